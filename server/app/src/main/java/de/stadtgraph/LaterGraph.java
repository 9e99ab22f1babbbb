package de.stadtgraph;

import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.GraphWrapper;

/// A graph that is read when somebody first looks into it. As thread-safe as the graph that is read.
final class LaterGraph extends GraphWrapper {
    private final Later<Graph> graph;

    LaterGraph(Supplier<Graph> reader) {
        super(GraphFactory.createDefaultGraph());
        this.graph = Later.of(reader);
    }

    @Override
    public Graph get() {
        return graph.get();
    }
}
