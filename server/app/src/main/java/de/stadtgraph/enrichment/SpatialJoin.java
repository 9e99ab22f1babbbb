package de.stadtgraph.enrichment;

import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.Geo;
import de.stadtgraph.vocabulary.Jmo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/// Tells for each thing with a point in which statistical district and which Ortsteil it lies.
///
/// The join is made in CRS84; a point on a border goes to the area with the smaller key. Things with another geometry
/// or none get nothing. Immutable and thread-safe.
public final class SpatialJoin implements Enrichment {
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

    @Override
    public List<Triple> of(Graph candidate) {
        List<Triple> placed = candidate
                .find(Node.ANY, Geo.HAS_DEFAULT_GEOMETRY, Node.ANY)
                .filterKeep(triple ->
                        triple.getSubject().isURI() && triple.getObject().isURI())
                .toList();
        placed.sort(Comparator.comparing(triple -> triple.getSubject().getURI()));
        List<Triple> statements = new ArrayList<>();
        placed.forEach(triple -> locate(candidate, triple, statements));
        return statements;
    }

    private void locate(Graph candidate, Triple placed, List<Triple> statements) {
        Optional<Node> wkt = Values.any(candidate, placed.getObject(), Geo.AS_WKT);
        if (wkt.filter(Node::isLiteral)
                        .flatMap(literal -> Areas.parse(literal.getLiteralLexicalForm()))
                        .orElse(null)
                instanceof Point point) {
            Node thing = placed.getSubject();
            covering(districts, point)
                    .ifPresent(area -> statements.add(Triple.create(thing, Jmo.WITHIN_DISTRICT, area)));
            covering(ortsteile, point)
                    .ifPresent(area -> statements.add(Triple.create(thing, Jmo.WITHIN_ORTSTEIL, area)));
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
