package de.stadtgraph.snapshot.arq;

import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;

/// Tells which graph of a dataset patterns run on. Stateless.
final class ActiveGraph {
    private ActiveGraph() {}

    static boolean isDefault(Graph graph, DatasetGraph dataset) {
        if (graph instanceof GraphView view) {
            return view.getGraphName() == null || Quad.isDefaultGraph(view.getGraphName());
        }
        return graph.equals(dataset.getDefaultGraph());
    }
}
