package de.stadtgraph.w3c;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.junit.jupiter.api.Assumptions;

/// A manifest of the W3C test suites of SPARQL, beside the checkout; where it is absent the test says so.
final class Suite {
    static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
    static final String UT = "http://www.w3.org/2009/sparql/tests/test-update#";
    static final String HT = "http://www.w3.org/2011/http#";
    static final String CNT = "http://www.w3.org/2011/content#";
    private static final Node LABEL = NodeFactory.createURI("http://www.w3.org/2000/01/rdf-schema#label");
    private static final Node TYPE = NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
    private static final Path ROOT = Path.of("../../../shared/material/w3c-rdf-tests/sparql");

    private static final Pattern FROM = Pattern.compile("FROM\\s+(?:NAMED\\s+)?<([\\w.-]+)>");

    private final Graph graph;

    private Suite(Graph graph) {
        this.graph = graph;
    }

    /// Folders of the suites that have a manifest of tests, in order; none where the suites are absent.
    static List<String> folders(String suite) throws IOException {
        Path root = ROOT.resolve(suite);
        Assumptions.assumeTrue(Files.isDirectory(root), () -> "passed over: no " + root.normalize());
        try (Stream<Path> found = Files.list(root)) {
            return found.filter(folder -> Files.exists(folder.resolve("manifest.ttl")))
                    .map(folder -> suite + "/" + folder.getFileName())
                    .sorted()
                    .toList();
        }
    }

    static Suite of(String folder) {
        Path manifest =
                ROOT.resolve(folder).resolve("manifest.ttl").toAbsolutePath().normalize();
        Assumptions.assumeTrue(Files.exists(manifest), () -> "passed over: no " + manifest);
        Graph graph = GraphFactory.createDefaultGraph();
        RDFDataMgr.read(graph, manifest.toUri().toString());
        return new Suite(graph);
    }

    static Node ht(String name) {
        return NodeFactory.createURI(HT + name);
    }

    static Node mf(String name) {
        return NodeFactory.createURI(MF + name);
    }

    /// The tests of the manifest, in order.
    List<Node> entries() {
        return graph
                .find(Node.ANY, mf("entries"), Node.ANY)
                .mapWith(triple -> list(triple.getObject()))
                .toList()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    List<Node> list(Node head) {
        return GraphList.members(new GNode(graph, head));
    }

    boolean isA(Node node, Node type) {
        return graph.contains(node, TYPE, type);
    }

    Optional<Node> value(Node subject, Node property) {
        return values(subject, property).stream().findFirst();
    }

    List<Node> values(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList();
    }

    Node need(Node subject, Node property) {
        return value(subject, property).orElseThrow(() -> new IllegalStateException(subject + " has no " + property));
    }

    String text(Node subject, Node property) {
        return need(subject, property).getLiteralLexicalForm();
    }

    static Path file(Node node) {
        return Path.of(java.net.URI.create(node.getURI()));
    }

    /// The data of a test: default graph and named graphs, where `vocabulary` is that of queries or of updates.
    DatasetGraph data(Node holder, String vocabulary) {
        DatasetGraph data = DatasetGraphFactory.create();
        for (Node file : values(holder, NodeFactory.createURI(vocabulary + "data"))) {
            RDFDataMgr.read(data.getDefaultGraph(), file.getURI());
        }
        for (Node named : values(holder, NodeFactory.createURI(vocabulary + "graphData"))) {
            boolean described =
                    value(named, NodeFactory.createURI(UT + "graph")).isPresent();
            Node file = described ? need(named, NodeFactory.createURI(UT + "graph")) : named;
            Node name = described ? NodeFactory.createURI(text(named, LABEL)) : named;
            RDFDataMgr.read(data.getGraph(name), file.getURI());
        }
        return data;
    }

    /// The data, and each graph that the query names with FROM or FROM NAMED: the suites expect it to be fetched, the
    /// endpoint takes it from its state.
    static DatasetGraph withFrom(DatasetGraph data, String query) {
        Matcher from = FROM.matcher(query);
        Path folder = file(NodeFactory.createURI(query.substring(6, query.indexOf('>'))))
                .getParent();
        while (from.find()) {
            String name = folder.resolve(from.group(1)).toUri().toString();
            RDFDataMgr.read(data.getGraph(NodeFactory.createURI(name)), name);
        }
        return data;
    }

    /// The named graphs, and their union as the default graph where there is no other.
    static DatasetGraph united(DatasetGraph data) {
        List<Quad> quads = new ArrayList<>();
        data.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quads::add);
        quads.forEach(quad -> data.getDefaultGraph().add(quad.asTriple()));
        return data;
    }
}
