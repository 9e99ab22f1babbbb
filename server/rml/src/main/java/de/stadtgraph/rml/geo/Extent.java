package de.stadtgraph.rml.geo;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/// The box around geometries, in the numbers they are written in. Immutable.
public record Extent(double west, double east, double south, double north) {

    /// The box around all that can be read; nothing where none can.
    ///
    /// @param geometries as GeoJSON, WKT or hex EWKB
    public static Optional<Extent> of(List<String> geometries) {
        Envelope box = new Envelope();
        for (String text : geometries) {
            try {
                box.expandToInclude(GeometryReader.read(text).getEnvelopeInternal());
            } catch (GeometryException _) {
                // What is broken tells nothing.
            }
        }
        return box.isNull()
                ? Optional.empty()
                : Optional.of(new Extent(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY()));
    }
}
