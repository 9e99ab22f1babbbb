package de.stadtgraph.http.pages;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.http.DatasetFacts;
import de.stadtgraph.http.Statistics;
import de.stadtgraph.http.Visit;
import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Foaf;
import de.stadtgraph.vocabulary.Rdf;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/// The VoID description of a state: all data, and each dataset with its classes and properties. One answer.
final class VoidGraph {
    private static final String VOID = "http://rdfs.org/ns/void#";

    private final Visit visit;
    private final CityIris iris;
    private final List<Quad> quads = new ArrayList<>();

    VoidGraph(Visit visit) {
        this.visit = visit;
        this.iris = visit.site().iris();
    }

    List<Quad> quads() {
        Node document = iri(iris.iri(".well-known/void"));
        Node all = iri(iris.iri(".well-known/void#dataset"));
        add(document, Rdf.TYPE, term("DatasetDescription"));
        add(document, Foaf.PRIMARY_TOPIC, all);
        add(all, Rdf.TYPE, term("Dataset"));
        text(all, Dct.TITLE, visit.site().city().de(), "de");
        text(all, Dct.TITLE, visit.site().city().en(), "en");
        add(all, term("sparqlEndpoint"), iri(iris.iri("sparql")));
        add(all, term("openSearchDescription"), iri(iris.iri("search")));
        add(all, term("uriSpace"), NodeFactory.createLiteralString(iris.base()));
        count(all, "triples", visit.generation().quads());
        count(all, "classes", visit.statistics().classes().size());
        count(all, "properties", visit.statistics().properties().size());
        visit.map().districts().stream().findFirst().ifPresent(area -> add(all, term("exampleResource"), area.node()));
        partitions(all);
        visit.site().datasets().all().forEach(dataset -> dataset(all, dataset));
        return quads;
    }

    private void partitions(Node all) {
        for (Statistics.Use use : visit.statistics().classes()) {
            Node part = iri(all.getURI() + "-class-" + number(use.term()));
            add(all, term("classPartition"), part);
            add(part, term("class"), use.term());
            count(part, "entities", use.count());
            for (Statistics.Use property : visit.partitions().properties(use.term())) {
                Node inner = iri(part.getURI() + "-" + number(property.term()));
                add(part, term("propertyPartition"), inner);
                add(inner, term("property"), property.term());
            }
        }
        for (Statistics.Use use : visit.statistics().properties()) {
            Node part = iri(all.getURI() + "-property-" + number(use.term()));
            add(all, term("propertyPartition"), part);
            add(part, term("property"), use.term());
            count(part, "triples", use.count());
        }
    }

    private void dataset(Node all, Dataset dataset) {
        Long release = visit.generation().releases().get(dataset.slug());
        if (release == null) {
            return;
        }
        add(all, term("subset"), dataset.node());
        add(dataset.node(), Rdf.TYPE, term("Dataset"));
        text(dataset.node(), Dct.TITLE, dataset.title().de(), "de");
        text(dataset.node(), Dct.TITLE, dataset.title().en(), "en");
        count(dataset.node(), "triples", visit.statistics().quads(iris.graph(dataset.slug())));
        add(dataset.node(), term("dataDump"), iri(iris.iri("dump/" + dataset.slug() + "/" + release + ".nq.gz")));
        DatasetFacts.of(dataset).licence().ifPresent(licence -> add(dataset.node(), Dct.LICENSE, iri(licence)));
    }

    /// A short, stable mark of a term.
    private static String number(Node term) {
        return Integer.toHexString(term.getURI().hashCode());
    }

    private void count(Node subject, String property, long count) {
        add(subject, term(property), NodeFactory.createLiteralDT(Long.toString(count), XSDDatatype.XSDinteger));
    }

    private void text(Node subject, Node property, String text, String language) {
        add(subject, property, NodeFactory.createLiteralLang(text, language));
    }

    private void add(Node subject, Node property, Node value) {
        quads.add(new Quad(Quad.defaultGraphIRI, subject, property, value));
    }

    private static Node term(String name) {
        return iri(VOID + name);
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
