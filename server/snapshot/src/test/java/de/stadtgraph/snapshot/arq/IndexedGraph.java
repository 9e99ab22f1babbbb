package de.stadtgraph.snapshot.arq;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sys.JenaSystem;

/// Triples of one graph, in memory and, once they are asked for, in an index: answers of both are compared.
final class IndexedGraph {
    static final String NS = "http://example/";

    private final DatasetGraph memory;

    IndexedGraph() {
        JenaSystem.init();
        memory = DatasetGraphFactory.create();
    }

    static Node node(String name) {
        return NodeFactory.createURI(NS + name);
    }

    void add(Node subject, String predicate, Node object) {
        memory.add(node("graph"), subject, node(predicate), object);
        memory.add(Quad.defaultGraphIRI, subject, node(predicate), object);
    }

    /// Requires that a query has rows, those of ARQ in memory, and is done in ids as a whole.
    ///
    /// @param folder where the index is, or will be
    void check(String text, Path folder) throws IOException {
        Query query = QueryFactory.create(text);
        List<String> expected = DifferentialRun.inMemory(query, memory);
        assertThat(expected).isNotEmpty();
        Path place = folder.resolve("index");
        if (!place.toFile().exists()) {
            DifferentialRun.build(memory, place);
        }
        try (Snapshot snapshot = Snapshot.open(place)) {
            var answer = new DifferentialRun.Answer();
            assertThat(answer.rows(query, snapshot.dataset(View.union()))).isEqualTo(expected);
            assertThat(answer.left).isEmpty();
        }
    }
}
