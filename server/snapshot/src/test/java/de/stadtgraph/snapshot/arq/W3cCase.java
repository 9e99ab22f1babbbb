package de.stadtgraph.snapshot.arq;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/// A test of a W3C manifest.
///
/// @param name the test's IRI after the last slash
/// @param type the last part of its type
/// @param query the file of the query
/// @param data files of the default graph
/// @param graphs files of the named graphs
/// @param result the file of the expected answer, or nothing
record W3cCase(String name, String type, String query, List<String> data, List<String> graphs, String result) {
    private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";

    /// All tests of the manifests in a folder and below.
    static List<W3cCase> in(Path folder) throws java.io.IOException {
        List<W3cCase> cases = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> manifests = files.filter(each -> each.endsWith("manifest.ttl"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
            manifests.forEach(each -> read(each, cases));
        }
        return cases;
    }

    private static void read(Path manifest, List<W3cCase> cases) {
        Graph graph = RDFParser.source(manifest.toUri().toString()).toGraph();
        graph.find(Node.ANY, mf("action"), Node.ANY)
                .mapWith(Triple::getSubject)
                .toSet()
                .forEach(test -> add(graph, test, cases));
    }

    private static void add(Graph graph, Node test, List<W3cCase> cases) {
        Node action = one(graph, test, mf("action"));
        if (action == null) {
            return;
        }
        Node query = one(graph, action, qt("query"));
        Node type = one(graph, test, RDF.type.asNode());
        Node result = one(graph, test, mf("result"));
        String file = query == null ? (action.isURI() ? action.getURI() : "") : query.getURI();
        cases.add(new W3cCase(
                test.toString().replaceAll(".*/", ""),
                type == null ? "" : type.getURI().replaceAll(".*#", ""),
                file,
                files(graph, action, qt("data")),
                files(graph, action, qt("graphData")),
                result == null || !result.isURI() ? "" : result.getURI()));
    }

    private static List<String> files(Graph graph, Node action, Node property) {
        return graph.find(action, property, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isURI)
                .mapWith(Node::getURI)
                .toList();
    }

    private static @Nullable Node one(Graph graph, Node subject, Node property) {
        var found = graph.find(subject, property, Node.ANY);
        return found.hasNext() ? found.next().getObject() : null;
    }

    private static Node mf(String name) {
        return NodeFactory.createURI(MF + name);
    }

    private static Node qt(String name) {
        return NodeFactory.createURI(QT + name);
    }

    boolean isEvaluation() {
        return type.equals("QueryEvaluationTest");
    }
}
