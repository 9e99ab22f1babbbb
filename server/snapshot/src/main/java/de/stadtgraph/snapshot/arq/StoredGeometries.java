package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.geo.Box;
import de.stadtgraph.snapshot.geo.Wkt;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/// The geometries of a snapshot for one query, which is charged for what it looks at.
final class StoredGeometries {
    private final Snapshot snapshot;
    private final Meter meter;

    StoredGeometries(Snapshot snapshot, Meter meter) {
        this.snapshot = snapshot;
        this.meter = meter;
    }

    /// A geometry that was found.
    ///
    /// @param id the literal
    /// @param metres how far it is
    record Hit(long id, double metres) {}

    /// Whether so many of all geometries may be in an envelope that looking them up would gain nothing.
    boolean isMost(long[] found) {
        return found.length > snapshot.geometries() / 2;
    }

    /// The literals whose boxes touch an envelope, at least.
    long[] near(Envelope envelope) {
        long[] found = snapshot.geometriesIn(Box.of(envelope));
        meter.step(found.length);
        meter.hold((long) found.length * Long.BYTES);
        return found;
    }

    Node literal(long id) {
        return snapshot.dictionary().node(id);
    }

    StoredTerms table(Var variable, long[] ids) {
        return new StoredTerms(variable, ids, snapshot.dictionary());
    }

    /// The geometries in an envelope that pass a test, with their distance.
    ///
    /// @param distance metres, or NaN for what does not pass
    /// @param points points of what is compared with
    Hit[] hits(Envelope envelope, long points, ToDoubleFunction<Geometry> distance) {
        return Arrays.stream(near(envelope))
                .mapToObj(id -> new Hit(id, measure(id, points, distance)))
                .filter(hit -> !Double.isNaN(hit.metres()))
                .toArray(Hit[]::new);
    }

    private double measure(long id, long points, ToDoubleFunction<Geometry> distance) {
        try {
            Geometry geometry = Wkt.read(snapshot.dictionary().node(id).getLiteralLexicalForm());
            meter.step(points * geometry.getNumPoints());
            return distance.applyAsDouble(geometry);
        } catch (IllegalArgumentException _) {
            return Double.NaN; // no geometry, or one that nothing can be said of
        }
    }
}
