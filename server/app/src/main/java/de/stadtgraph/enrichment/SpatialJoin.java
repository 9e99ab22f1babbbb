package de.stadtgraph.enrichment;

import de.stadtgraph.vocabulary.Geo;
import de.stadtgraph.vocabulary.Jmo;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/// Tells for each thing with a point in which statistical district and which Ortsteil it lies.
///
/// The join is made in CRS84; a point on a border goes to the area with the smaller key. Wrap a stream with [#into]: it
/// passes everything on, and adds the statements at the end. It holds one entry for each geometry node and each thing
/// that has one. Immutable after its construction; each wrapped stream belongs to one thread.
public final class SpatialJoin {
    private final STRtree districts;
    private final STRtree ortsteile;

    /// Prepares the areas of a graph, usually the current release of `areas`.
    public SpatialJoin(Graph areas) {
        districts = index(Areas.of(areas, Jmo.STATISTICAL_DISTRICT));
        ortsteile = index(Areas.of(areas, Jmo.ORTSTEIL));
    }

    private record Outline(Area area, PreparedGeometry prepared) {}

    private static STRtree index(List<Area> areas) {
        STRtree tree = new STRtree();
        areas.forEach(area -> tree.insert(
                area.outline().getEnvelopeInternal(),
                new Outline(area, PreparedGeometryFactory.prepare(area.outline()))));
        tree.build();
        return tree;
    }

    /// A stream that passes on to the sink and adds `jmo:withinDistrict` and `jmo:withinOrtsteil` when it finishes.
    public StreamRDF into(StreamRDF sink) {
        return new Joining(sink);
    }

    private final class Joining extends StreamRDFWrapper {
        private final Map<Node, Node> thingOfGeometry = new HashMap<>();
        private final Map<Node, String> pointOfGeometry = new LinkedHashMap<>();

        Joining(StreamRDF sink) {
            super(sink);
        }

        @Override
        public void triple(Triple triple) {
            super.triple(triple);
            remember(triple);
        }

        @Override
        public void quad(Quad quad) {
            super.quad(quad);
            remember(quad.asTriple());
        }

        private void remember(Triple triple) {
            if (triple.getPredicate().equals(Geo.HAS_DEFAULT_GEOMETRY)) {
                thingOfGeometry.put(triple.getObject(), triple.getSubject());
            } else if (triple.getPredicate().equals(Geo.AS_WKT)
                    && triple.getObject().isLiteral()) {
                String wkt = triple.getObject().getLiteralLexicalForm();
                if (wkt.startsWith("POINT")) {
                    pointOfGeometry.put(triple.getSubject(), wkt);
                }
            }
        }

        @Override
        public void finish() {
            pointOfGeometry.forEach((geometry, wkt) -> locate(thingOfGeometry.get(geometry), wkt));
            super.finish();
        }

        private void locate(@Nullable Node thing, String wkt) {
            if (thing != null && Areas.parse(wkt).orElse(null) instanceof Point point) {
                covering(districts, point).ifPresent(area -> state(thing, Jmo.WITHIN_DISTRICT, area));
                covering(ortsteile, point).ifPresent(area -> state(thing, Jmo.WITHIN_ORTSTEIL, area));
            }
        }

        private void state(Node thing, Node predicate, Node area) {
            super.triple(Triple.create(thing, predicate, area));
        }
    }

    /// The area with the smallest key that covers a point, its border included.
    private static Optional<Node> covering(STRtree tree, Point point) {
        Outline best = null;
        for (Object candidate : tree.query(point.getEnvelopeInternal())) {
            Outline outline = (Outline) candidate;
            boolean smaller =
                    best == null || outline.area().order().compareTo(best.area().order()) < 0;
            if (smaller && outline.prepared().covers(point)) {
                best = outline;
            }
        }
        return Optional.ofNullable(best).map(outline -> outline.area().node());
    }
}
