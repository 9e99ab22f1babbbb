package de.stadtgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.http.sparql.SparqlRoutes;
import de.stadtgraph.query.QueryGate;
import de.stadtgraph.query.QueryLimits;
import de.stadtgraph.query.Spools;
import de.stadtgraph.query.stored.StoredQueries;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The three tests of the W3C for service descriptions (SPARQL 1.1 Service Description): GET returns RDF, it names the
/// endpoint, and it keeps to the schema.
class ServiceDescriptionTest {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";

    /// Classes of what the properties of the vocabulary connect (sections 3.2 and 3.4); empty: anything.
    private static final Map<String, String> DOMAINS = Map.ofEntries(
            Map.entry("endpoint", "Service"),
            Map.entry("feature", "Service"),
            Map.entry("defaultEntailmentRegime", "Service"),
            Map.entry("extensionFunction", "Service"),
            Map.entry("extensionAggregate", "Service"),
            Map.entry("languageExtension", "Service"),
            Map.entry("supportedLanguage", "Service"),
            Map.entry("propertyFeature", "Service"),
            Map.entry("defaultDataset", "Service"),
            Map.entry("availableGraphs", "Service"),
            Map.entry("resultFormat", "Service"),
            Map.entry("inputFormat", "Service"),
            Map.entry("defaultGraph", "Dataset"),
            Map.entry("namedGraph", "Dataset"),
            Map.entry("name", "NamedGraph"),
            Map.entry("graph", "NamedGraph"));

    private static final Map<String, String> RANGES =
            Map.of("defaultDataset", "Dataset", "defaultGraph", "Graph", "namedGraph", "NamedGraph", "graph", "Graph");

    private static final Map<String, Set<String>> INSTANCES = Map.of(
            "supportedLanguage", Set.of("SPARQL10Query", "SPARQL11Query", "SPARQL11Update"),
            "feature",
                    Set.of(
                            "DereferencesURIs",
                            "UnionDefaultGraph",
                            "RequiresDataset",
                            "EmptyGraphs",
                            "BasicFederatedQuery"));

    private static Running server;

    @BeforeAll
    static void start() throws IOException {
        var gate = new QueryGate(QueryLimits.defaults(2), Fixture.IRIS.base());
        var transfer = new QueryTransfer(gate, Spools.defaults(), new ResultCache(1 << 20), HttpLimits.DEFAULT);
        server = new Running(front -> SparqlRoutes.of(front, gate, transfer, StoredQueries.none()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Graph description(String type) throws Exception {
        var answer = server.get("/sparql", "Accept", type);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(answer.body(), RDFLanguages.contentTypeToLang(type))
                .parse(graph);
        return graph;
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json"})
    void getReturnsRdf(String type) throws Exception {
        assertThat(description(type).size()).isGreaterThan(20);
    }

    @Test
    void itNamesTheEndpointThatWasAsked() throws Exception {
        Graph graph = description("text/turtle");
        Set<String> endpoints = new HashSet<>();
        graph.find(Node.ANY, sd("endpoint"), Node.ANY)
                .forEachRemaining(found -> endpoints.add(found.getObject().getURI()));
        assertThat(endpoints)
                .containsExactlyInAnyOrder(
                        Fixture.IRIS.base() + "sparql", "http://127.0.0.1:" + server.port() + "/sparql");
    }

    @Test
    void itKeepsToTheSchema() throws Exception {
        Graph graph = description("text/turtle");
        assertThat(graph.find(Node.ANY, RDF.type.asNode(), sd("Service")).toList())
                .hasSize(1);
        Set<String> used = new HashSet<>();
        for (Triple triple : graph.find().toList()) {
            String property = triple.getPredicate().getURI();
            if (!property.startsWith(SD)) {
                continue;
            }
            String name = property.substring(SD.length());
            used.add(name);
            assertThat(DOMAINS).as("a property of the vocabulary").containsKey(name);
            assertThat(isA(graph, triple.getSubject(), Objects.requireNonNull(DOMAINS.get(name))))
                    .as(triple.toString())
                    .isTrue();
            assertThat(triple.getObject().isURI()).as(triple.toString()).isTrue();
            if (RANGES.containsKey(name)) {
                assertThat(isA(graph, triple.getObject(), Objects.requireNonNull(RANGES.get(name))))
                        .as(triple.toString())
                        .isTrue();
            }
            if (INSTANCES.containsKey(name)) {
                assertThat(Objects.requireNonNull(INSTANCES.get(name)))
                        .contains(triple.getObject().getURI().substring(SD.length()));
            }
        }
        assertThat(used).contains("extensionFunction", "propertyFeature", "resultFormat", "namedGraph", "name");
    }

    private static boolean isA(Graph graph, Node node, String type) {
        return graph.contains(node, RDF.type.asNode(), sd(type));
    }

    private static Node sd(String name) {
        return NodeFactory.createURI(SD + name);
    }
}
