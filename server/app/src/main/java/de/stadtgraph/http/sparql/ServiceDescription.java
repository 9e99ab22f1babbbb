package de.stadtgraph.http.sparql;

import de.stadtgraph.http.Format;
import de.stadtgraph.http.RdfBodies;
import de.stadtgraph.http.Site;
import de.stadtgraph.http.Statistics;
import de.stadtgraph.http.Visit;
import de.stadtgraph.query.QueryGate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

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
        if (!gate.services().isEmpty()) {
            add(service, sd("feature"), sd("BasicFederatedQuery"));
        }
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
        gate.properties().forEach(iri -> add(service, sd("propertyFeature"), NodeFactory.createURI(iri)));
        served(visit).ifPresent(url -> add(service, sd("endpoint"), NodeFactory.createURI(url)));
        visit.site().limits().forEach(limit -> limit(service, limit));
        add(service, sd("defaultDataset"), dataset);
        add(dataset, TYPE, sd("Dataset"));
        add(dataset, TYPE, voidTerm("Dataset"));
        add(dataset, voidTerm("sparqlEndpoint"), service);
        add(dataset, sd("defaultGraph"), union);
        add(union, TYPE, sd("Graph"));
        add(
                union,
                voidTerm("triples"),
                integer(visit.generation().data().getDefaultGraph().size()));
        for (String slug : visit.generation().releases().keySet()) {
            named(visit, dataset, slug);
        }
    }

    /// One named graph with what is in it, from the statistics of the state.
    private void named(Visit visit, Node dataset, String slug) {
        Node name = visit.site().iris().graph(slug);
        Node named = NodeFactory.createURI(visit.site().iris().base() + "sparql#" + slug);
        Node content = NodeFactory.createURI(visit.site().iris().base() + "sparql#" + slug + "-content");
        add(dataset, sd("namedGraph"), named);
        add(named, TYPE, sd("NamedGraph"));
        add(named, sd("name"), name);
        add(named, sd("graph"), content);
        add(content, TYPE, sd("Graph"));
        add(content, TYPE, voidTerm("Dataset"));
        add(content, voidTerm("triples"), integer(visit.statistics().quads(name)));
        String dump = visit.site().iris().iri("dump/" + slug + ".nq.gz");
        add(content, voidTerm("dataDump"), NodeFactory.createURI(dump));
        int part = 0;
        for (Statistics.Use use : visit.statistics().classes(name)) {
            part++;
            partition(content, "class", part, use);
        }
        for (Statistics.Use use : visit.statistics().properties(name)) {
            part++;
            partition(content, "property", part, use);
        }
    }

    private void partition(Node content, String kind, int number, Statistics.Use use) {
        Node partition = NodeFactory.createURI(content.getURI() + "-" + number);
        add(content, voidTerm(kind + "Partition"), partition);
        add(partition, voidTerm(kind), use.term());
        add(partition, voidTerm(kind.equals("class") ? "entities" : "triples"), integer(use.count()));
    }

    /// A limit with its live number.
    private void limit(Node service, Site.Limit limit) {
        Node value = NodeFactory.createURI(service.getURI() + "#limit-" + limit.name());
        add(service, schema("additionalProperty"), value);
        add(value, TYPE, schema("PropertyValue"));
        add(value, schema("propertyID"), NodeFactory.createLiteralString(limit.name()));
        add(value, schema("maxValue"), integer(limit.value()));
        if (!limit.unit().isEmpty()) {
            add(value, schema("unitText"), NodeFactory.createLiteralString(limit.unit()));
        }
    }

    /// The address on this machine, for a server that is reached by it: never what a request says of its host.
    private static Optional<String> served(Visit visit) {
        var request = visit.context().req();
        boolean loopback = LOOPBACK.contains(request.getServerName());
        return loopback
                ? Optional.of("http://" + request.getServerName() + ":" + request.getLocalPort() + "/sparql")
                : Optional.empty();
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

    private static Node voidTerm(String name) {
        return NodeFactory.createURI(VOID + name);
    }

    private static Node schema(String name) {
        return NodeFactory.createURI("http://schema.org/" + name);
    }

    private static Node integer(long value) {
        return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
    }
}
