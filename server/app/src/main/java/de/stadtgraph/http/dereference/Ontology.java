package de.stadtgraph.http.dereference;

import de.stadtgraph.http.ContentNegotiation;
import de.stadtgraph.http.Format;
import de.stadtgraph.http.Headers;
import de.stadtgraph.http.Labels;
import de.stadtgraph.http.Link;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.Offer;
import de.stadtgraph.http.RdfBodies;
import de.stadtgraph.http.TermShapes;
import de.stadtgraph.http.Visit;
import de.stadtgraph.http.dereference.ThingPage.Cell;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.vocabulary.Owl;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Rdfs;
import de.stadtgraph.vocabulary.Skos;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/// The ontology: hash IRIs, one document, from the graph `ontology`.
final class Ontology {
    private static final String PATH = "/def/municipal";
    private static final String SCHEMA = "http://schema.org/";
    private static final int EXAMPLES = 3;

    /// How many uses are looked at for examples.
    private static final int LOOKED_AT = 30;

    private final TermShapes shapes;

    Ontology(TermShapes shapes) {
        this.shapes = shapes;
    }

    /// Answers `/def/municipal`, with or without suffix.
    void answer(Visit visit) {
        Offer.Suffixed split = MediaTypes.DOCUMENT.split(visit.context().req().getRequestURI());
        if (!split.path().equals(PATH)) {
            throw new ServerException(
                            ErrorCode.NOT_FOUND,
                            new Text("Dieses Vokabular gibt es hier nicht.", "There is no such vocabulary here."))
                    .with("suggestions", List.of(PATH));
        }
        Negotiated negotiated = ContentNegotiation.choose(visit.context(), MediaTypes.DOCUMENT, split.format(), PATH);
        if (split.format().isEmpty()) {
            visit.context()
                    .header("Content-Location", PATH + "." + negotiated.format().suffix());
        }
        if (visit.isUnchanged(negotiated)) {
            return;
        }
        List<Link> links = new ArrayList<>();
        for (Format format : MediaTypes.DOCUMENT.formats()) {
            links.add(new Link(PATH + "." + format.suffix(), "alternate", format.mediaType()));
        }
        links.add(Link.of(CityIris.ONTOLOGY, "canonical"));
        List<Quad> quads = quads(visit);
        if (negotiated.isHtml()) {
            visit.page("ontology", page(visit, links), links);
            return;
        }
        Headers.links(visit.context(), links);
        visit.send(negotiated, RdfBodies.write(negotiated.format(), quads));
    }

    private static List<Quad> quads(Visit visit) {
        List<Quad> quads = new ArrayList<>();
        Node graph = visit.site().iris().graph("ontology");
        visit.generation().data().find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quads::add);
        if (quads.isEmpty()) {
            throw new ServerException(
                    ErrorCode.NOT_FOUND,
                    new Text("Die Ontologie ist noch nicht veröffentlicht.", "The ontology is not published yet."));
        }
        return quads;
    }

    private OntologyPage page(Visit visit, List<Link> links) {
        Labels labels = visit.labels();
        Node ontology = NodeFactory.createURI(CityIris.ONTOLOGY);
        String title = labels.find(ontology).map(Labels.Label::text).orElseGet(() -> visit.word("frame.ontology"));
        List<OntologyPage.Section> sections = List.of(
                section(visit, labels, "classes", Owl.CLASS),
                section(visit, labels, "links", Owl.OBJECT_PROPERTY),
                section(visit, labels, "values", Owl.DATATYPE_PROPERTY));
        String version = labels.literals(ontology, Owl.VERSION_INFO).stream()
                .findFirst()
                .map(Node::getLiteralLexicalForm)
                .orElse("");
        return new OntologyPage(
                visit.frame(title, "", List.of()).withLinks(links),
                CityIris.ONTOLOGY,
                version,
                sections,
                MediaTypes.GRAPH.formats());
    }

    private OntologyPage.Section section(Visit visit, Labels labels, String id, Node kind) {
        List<OntologyPage.Term> terms = new ArrayList<>();
        visit.generation().data().findNG(Node.ANY, Node.ANY, Rdf.TYPE, kind).forEachRemaining(quad -> {
            Node term = quad.getSubject();
            if (term.isURI() && term.getURI().startsWith(CityIris.ONTOLOGY + "#")) {
                terms.add(term(visit, labels, term));
            }
        });
        terms.sort(Comparator.comparing(term -> term.label().text(), String.CASE_INSENSITIVE_ORDER));
        String title = switch (id) {
            case "classes" -> visit.word("ontology.classes");
            case "links" -> visit.word("ontology.links");
            default -> visit.word("ontology.values");
        };
        return new OntologyPage.Section(id, title, terms);
    }

    private OntologyPage.Term term(Visit visit, Labels labels, Node term) {
        List<Node> definitions = Stream.of(Skos.DEFINITION, Rdfs.COMMENT)
                .flatMap(property -> labels.literals(term, property).stream())
                .toList();
        Labels.Label definition = definitions.isEmpty() ? new Labels.Label("", "") : labels.best(definitions);
        Labels.Label label = labels.of(term);
        return new OntologyPage.Term(
                term.getURI().substring(CityIris.ONTOLOGY.length() + 1),
                Cell.text(label.text(), label.tag()),
                Cell.text(definition.text(), definition.tag()),
                term.getURI(),
                terms(visit, term, List.of(Rdfs.SUB_CLASS_OF, Rdfs.SUB_PROPERTY_OF)),
                terms(visit, term, List.of(schema("domainIncludes"), rdfs("domain"))),
                terms(visit, term, List.of(schema("rangeIncludes"), rdfs("range"))),
                visit.statistics().uses(term),
                examples(visit, term),
                shapes.of(term.getURI()),
                !labels.literals(term, Owl.DEPRECATED).isEmpty());
    }

    /// Things of a class, or things that have a property.
    private static List<Cell> examples(Visit visit, Node term) {
        Labels labels = visit.labels();
        Set<Node> things = new LinkedHashSet<>();
        var data = visit.generation().data();
        for (var uses : List.of(
                data.findNG(Node.ANY, Node.ANY, Rdf.TYPE, term), data.findNG(Node.ANY, Node.ANY, term, Node.ANY))) {
            for (int at = 0; at < LOOKED_AT && uses.hasNext() && things.size() < EXAMPLES; at++) {
                Node thing = uses.next().getSubject();
                if (thing.isURI() && visit.hrefs().local(thing.getURI()).isPresent()) {
                    things.add(thing);
                }
            }
        }
        return things.stream()
                .map(thing -> new Cell(
                        labels.of(thing).text(),
                        visit.hrefs().ofTerm(thing),
                        labels.of(thing).tag(),
                        "",
                        "",
                        ""))
                .toList();
    }

    private static List<Cell> terms(Visit visit, Node term, List<Node> properties) {
        Labels labels = visit.labels();
        List<Cell> cells = new ArrayList<>();
        for (Node property : properties) {
            visit.generation().data().findNG(Node.ANY, term, property, Node.ANY).forEachRemaining(quad -> {
                if (quad.getObject().isURI()) {
                    Labels.Label label = labels.of(quad.getObject());
                    cells.add(new Cell(label.text(), visit.hrefs().ofTerm(quad.getObject()), label.tag(), "", "", ""));
                }
            });
        }
        return cells;
    }

    private static Node schema(String name) {
        return NodeFactory.createURI(SCHEMA + name);
    }

    private static Node rdfs(String name) {
        return NodeFactory.createURI(Rdfs.NAMESPACE + name);
    }
}
