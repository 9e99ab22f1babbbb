package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.View;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;

/// FROM and FROM NAMED on a snapshot: a view of it, never a copy. Stateless.
public final class SnapshotViews {
    private SnapshotViews() {}

    public static boolean isSnapshot(DatasetGraph dataset) {
        return dataset instanceof SnapshotDatasetGraph;
    }

    /// The view that a dataset clause describes; the dataset itself when it is none of a snapshot, or nothing is
    /// described.
    public static DatasetGraph of(DatasetGraph dataset, DatasetDescription description) {
        if (description.isEmpty() || !(dataset instanceof SnapshotDatasetGraph all)) {
            return dataset;
        }
        return all.snapshot()
                .dataset(View.of(nodes(description.getDefaultGraphURIs()), nodes(description.getNamedGraphURIs())));
    }

    private static Set<Node> nodes(Collection<String> names) {
        return names.stream().map(NodeFactory::createURI).collect(Collectors.toSet());
    }
}
