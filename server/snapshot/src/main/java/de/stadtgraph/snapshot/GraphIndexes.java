package de.stadtgraph.snapshot;

import de.stadtgraph.snapshot.column.QuadIndex;
import java.util.List;

/// The indexes of a view, by graph. For many threads.
public interface GraphIndexes {

    /// The default graph.
    QuadIndex defaultGraph();

    /// One graph by its id; without rows when it is none of the view's named graphs.
    QuadIndex graph(long graph);

    /// All named graphs, for `GRAPH ?g`: the column of the graph is the variable. More than one index only where graphs
    /// outside the union are seen.
    List<QuadIndex> named();

    /// Ids of the named graphs of the view that are there, in rising order.
    long[] names();
}
