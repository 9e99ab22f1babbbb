package de.stadtgraph.enrichment;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/// Projects geometries from CRS84 to EPSG:25832, where surfaces are measured. Not thread-safe.
final class PlanarProjection {
    private static final String CRS84 = "+proj=longlat +datum=WGS84 +no_defs";
    private static final String UTM32 = "+proj=utm +zone=32 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs";

    private final CoordinateTransform transform;

    PlanarProjection() {
        var systems = new CRSFactory();
        transform = new CoordinateTransformFactory()
                .createTransform(
                        systems.createFromParameters("CRS84", CRS84),
                        systems.createFromParameters("EPSG:25832", UTM32));
    }

    Geometry project(Geometry geometry) {
        Geometry projected = geometry.copy();
        projected.apply(new Projecting());
        projected.geometryChanged();
        return projected;
    }

    private final class Projecting implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence sequence, int index) {
            Coordinate from = sequence.getCoordinate(index);
            ProjCoordinate to = transform.transform(new ProjCoordinate(from.x, from.y), new ProjCoordinate());
            sequence.setOrdinate(index, CoordinateSequence.X, to.x);
            sequence.setOrdinate(index, CoordinateSequence.Y, to.y);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
