package de.stadtgraph.http.dereference;

import de.stadtgraph.http.DatasetFacts;
import de.stadtgraph.http.Site;
import de.stadtgraph.http.Visit;
import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Foaf;
import de.stadtgraph.vocabulary.Prov;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Rdfs;
import de.stadtgraph.vocabulary.Skos;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/// The quads of a document: the description, labels of what it links to, and what the document says about itself.
final class DocumentGraph {
    private static final Node NEXT = NodeFactory.createURI("http://www.w3.org/ns/hydra/core#next");

    private final Visit visit;
    private final Node document;

    /// @param document canonical IRI of the document
    DocumentGraph(Visit visit, Node document) {
        this.visit = visit;
        this.document = document;
    }

    /// All quads.
    ///
    /// @param next canonical IRI of the next page; empty when there is none
    List<Quad> quads(Description description, String next) {
        Set<Quad> quads = new LinkedHashSet<>(description.outgoing());
        quads.addAll(description.parts());
        quads.addAll(description.incoming());
        labels(description, quads);
        about(description, quads);
        if (!next.isEmpty()) {
            add(quads, NEXT, NodeFactory.createURI(next));
        }
        return List.copyOf(quads);
    }

    private void labels(Description description, Set<Quad> quads) {
        Set<Node> linked = new LinkedHashSet<>();
        description.outgoing().forEach(quad -> linked.add(quad.getObject()));
        description.parts().forEach(quad -> linked.add(quad.getObject()));
        description.incoming().forEach(quad -> linked.add(quad.getSubject()));
        linked.stream().filter(Node::isURI).forEach(node -> {
            for (Node property : List.of(Rdfs.LABEL, Skos.PREF_LABEL)) {
                visit.generation()
                        .data()
                        .findNG(Node.ANY, node, property, Node.ANY)
                        .forEachRemaining(quads::add);
            }
        });
    }

    private void about(Description description, Set<Quad> quads) {
        add(quads, Rdf.TYPE, Foaf.DOCUMENT);
        add(quads, Foaf.PRIMARY_TOPIC, description.subject());
        add(
                quads,
                Dct.MODIFIED,
                NodeFactory.createLiteralDT(visit.generation().time().toString(), XSDDatatype.XSDdateTime));
        Site site = visit.site();
        for (String slug : slugs(description, site.iris())) {
            add(quads, Dct.IS_PART_OF, site.iris().dataset(slug));
            Long release = visit.generation().releases().get(slug);
            if (release != null) {
                add(quads, Prov.WAS_DERIVED_FROM, site.iris().release(slug, release));
            }
            site.datasets()
                    .find(slug)
                    .flatMap(dataset -> DatasetFacts.of(dataset).licence())
                    .ifPresent(licence -> add(quads, Dct.LICENSE, NodeFactory.createURI(licence)));
        }
    }

    private void add(Set<Quad> quads, Node property, Node value) {
        quads.add(new Quad(Quad.defaultGraphIRI, document, property, value));
    }

    /// The datasets that say something about the subject, in the order of their statements.
    static List<String> slugs(Description description, CityIris iris) {
        Set<String> slugs = new LinkedHashSet<>();
        List<Quad> quads = description.outgoing().isEmpty() ? description.incoming() : description.outgoing();
        for (Iterator<Quad> each = quads.iterator(); each.hasNext(); ) {
            slug(each.next(), iris).ifPresent(slugs::add);
        }
        return new ArrayList<>(slugs);
    }

    /// The dataset that a quad comes from.
    static java.util.Optional<String> slug(Quad quad, CityIris iris) {
        Node graph = quad.getGraph();
        return graph != null && graph.isURI()
                ? iris.pathOf(graph.getURI())
                        .filter(path -> path.startsWith("/graph/"))
                        .map(path -> path.substring("/graph/".length()))
                : java.util.Optional.empty();
    }
}
