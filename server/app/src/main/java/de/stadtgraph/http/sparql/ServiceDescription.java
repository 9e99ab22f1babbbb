package de.stadtgraph.http.sparql;

import de.stadtgraph.http.Format;
import de.stadtgraph.http.RdfBodies;
import de.stadtgraph.http.Visit;
import de.stadtgraph.query.QueryGate;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/// What the endpoint is and can (SPARQL 1.1 Service Description). One answer.
final class ServiceDescription {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";
    private static final String VOID = "http://rdfs.org/ns/void#";
    private static final Node TYPE = NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");

    private final Graph graph = GraphFactory.createDefaultGraph();

    ServiceDescription(QueryGate gate, Visit visit) {
        String base = visit.site().iris().base();
        Node service = NodeFactory.createURI(base + "sparql");
        Node dataset = NodeFactory.createURI(base + "sparql#dataset");
        Node union = NodeFactory.createURI(base + "sparql#default-graph");
        add(service, TYPE, sd("Service"));
        add(service, sd("endpoint"), service);
        add(service, sd("supportedLanguage"), sd("SPARQL11Query"));
        add(service, sd("feature"), sd("UnionDefaultGraph"));
        for (String format : List.of(
                "SPARQL_Results_JSON",
                "SPARQL_Results_XML",
                "SPARQL_Results_CSV",
                "SPARQL_Results_TSV",
                "Turtle",
                "N-Triples",
                "JSON-LD",
                "RDF_XML",
                "N-Quads",
                "TriG")) {
            add(service, sd("resultFormat"), NodeFactory.createURI(FORMATS + format));
        }
        gate.functions().forEach(iri -> add(service, sd("extensionFunction"), NodeFactory.createURI(iri)));
        add(service, sd("defaultDataset"), dataset);
        add(dataset, TYPE, sd("Dataset"));
        add(dataset, sd("defaultGraph"), union);
        add(union, TYPE, sd("Graph"));
        add(
                union,
                NodeFactory.createURI(VOID + "triples"),
                integer(visit.generation().data().getDefaultGraph().size()));
        for (String slug : visit.generation().releases().keySet()) {
            Node named = NodeFactory.createURI(base + "sparql#" + slug);
            add(dataset, sd("namedGraph"), named);
            add(named, TYPE, sd("NamedGraph"));
            add(named, sd("name"), visit.site().iris().graph(slug));
        }
    }

    byte[] bytes(Format format) {
        List<Quad> quads = graph.find()
                .mapWith(triple -> new Quad(Quad.defaultGraphIRI, triple))
                .toList();
        return RdfBodies.write(format, quads);
    }

    private void add(Node subject, Node predicate, Node object) {
        graph.add(Triple.create(subject, predicate, object));
    }

    private static Node sd(String name) {
        return NodeFactory.createURI(SD + name);
    }

    private static Node integer(long value) {
        return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
    }
}
