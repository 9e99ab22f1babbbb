package de.stadtgraph.snapshot.geo;

import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;

/// The simple features relations of GeoSPARQL 1.1 (section 9.3), each with its other way round.
enum Relation {
    EQUALS(Geometry::equalsTopo, (one, two) -> one.getGeometry().equalsTopo(two)),
    DISJOINT(Geometry::disjoint, PreparedGeometry::disjoint),
    INTERSECTS(Geometry::intersects, PreparedGeometry::intersects),
    TOUCHES(Geometry::touches, PreparedGeometry::touches),
    CROSSES(Geometry::crosses, PreparedGeometry::crosses),
    WITHIN(Geometry::within, PreparedGeometry::within),
    CONTAINS(Geometry::contains, PreparedGeometry::contains),
    OVERLAPS(Geometry::overlaps, PreparedGeometry::overlaps);

    private final BiPredicate<Geometry, Geometry> plain;
    private final BiPredicate<PreparedGeometry, Geometry> prepared;

    Relation(BiPredicate<Geometry, Geometry> plain, BiPredicate<PreparedGeometry, Geometry> prepared) {
        this.plain = plain;
        this.prepared = prepared;
    }

    /// Whether it holds between two geometries, of which one may be prepared.
    boolean holds(Geometry one, @Nullable PreparedGeometry first, Geometry two, @Nullable PreparedGeometry second) {
        if (first != null) {
            return prepared.test(first, two);
        }
        return second == null ? plain.test(one, two) : inverse().prepared.test(second, one);
    }

    private Relation inverse() {
        return switch (this) {
            case WITHIN -> CONTAINS;
            case CONTAINS -> WITHIN;
            default -> this;
        };
    }
}
