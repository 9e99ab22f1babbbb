package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.Meter;
import java.util.List;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.core.DatasetGraph;

/// Spatial properties and filters of a query by way of the index of geometries. Stateless.
public final class Spatial {
    private Spatial() {}

    /// IRIs of the spatial properties.
    public static List<String> properties() {
        return SpatialSearch.PROPERTIES.stream()
                .map(name -> SpatialSearch.NAMESPACE + name)
                .toList();
    }

    /// Rewrites a query before it is optimised. On data that are no snapshot it stays as it is.
    ///
    /// @param meter is charged for the geometries that are looked at
    /// @throws QueryBuildException when the arguments of a spatial property are not those it takes
    public static Op rewrite(Op op, DatasetGraph data, Meter meter) {
        if (!(data instanceof SnapshotDatasetGraph snapshot)) {
            return op;
        }
        var geometries = new StoredGeometries(snapshot.snapshot(), meter);
        Op found = Transformer.transformSkipService(new SpatialPatterns(geometries), op);
        return Transformer.transformSkipService(new SpatialFilters(geometries), found);
    }
}
