package de.stadtgraph.snapshot.geo;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/// The geometries that one expression sees in the same place again and again: read once, prepared when they come back.
/// One thread.
public final class Geometries {
    private final Place one = new Place();
    private final Place two = new Place();

    /// The first operand.
    Place one() {
        return one;
    }

    /// The second operand.
    Place two() {
        return two;
    }

    /// An operand with what was there last.
    static final class Place {
        private String text = "";
        private @Nullable Geometry geometry;
        private @Nullable PreparedGeometry prepared;

        /// @throws IllegalArgumentException when the text is no geometry in CRS84
        Geometry read(String wanted) {
            Geometry known = geometry;
            if (known != null && text.equals(wanted)) {
                if (prepared == null) {
                    prepared = PreparedGeometryFactory.prepare(known);
                }
                return known;
            }
            Geometry fresh = Wkt.read(wanted);
            text = wanted;
            geometry = fresh;
            prepared = null;
            return fresh;
        }

        /// The geometry read last, prepared if it came more than once.
        @Nullable
        PreparedGeometry prepared() {
            return prepared;
        }
    }
}
