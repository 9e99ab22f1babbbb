package de.stadtgraph.enrichment;

import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Jmo;
import de.stadtgraph.vocabulary.Rdf;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/// Computes how two divisions of a city overlap: the share of each statistical district's surface in each Ortsteil.
///
/// Surfaces are planar in EPSG:25832; shares below 0.001 are the noise of two digitisations and are left out. A graph
/// that states overlaps itself gets none. One thread at a time.
public final class AreaOverlaps implements Enrichment {
    /// Smallest share that is stated.
    static final double LEAST_SHARE = 0.001;

    private static final int SHARE_DIGITS = 4;

    private final CityIris iris;
    private final PlanarProjection projection = new PlanarProjection();

    public AreaOverlaps(CityIris iris) {
        this.iris = iris;
    }

    @Override
    public List<Triple> of(Graph areas) {
        if (areas.contains(Node.ANY, Rdf.TYPE, Jmo.AREA_OVERLAP)) {
            return List.of();
        }
        List<Area> ortsteile = planar(areas, Jmo.ORTSTEIL);
        List<Triple> statements = new ArrayList<>();
        for (Area district : planar(areas, Jmo.STATISTICAL_DISTRICT)) {
            for (Area ortsteil : ortsteile) {
                double share = share(district.outline(), ortsteil.outline());
                if (share >= LEAST_SHARE) {
                    statements.addAll(state(district, ortsteil, share));
                }
            }
        }
        return statements;
    }

    private List<Area> planar(Graph areas, Node kind) {
        return Areas.of(areas, kind).stream()
                .map(area -> new Area(area.node(), area.order(), projection.project(area.outline())))
                .toList();
    }

    private static double share(Geometry from, Geometry to) {
        if (!from.getEnvelopeInternal().intersects(to.getEnvelopeInternal())) {
            return 0;
        }
        return OverlayNGRobust.overlay(from, to, OverlayNG.INTERSECTION).getArea() / from.getArea();
    }

    private List<Triple> state(Area from, Area to, double share) {
        String key =
                "district-" + from.order().text() + "-ortsteil-" + to.order().text();
        Node overlap = NodeFactory.createURI(iris.iri("id/area-overlap/" + key));
        Node method = NodeFactory.createURI(iris.iri("kos/share-method/planar-area-25832"));
        return List.of(
                Triple.create(overlap, Rdf.TYPE, Jmo.AREA_OVERLAP),
                Triple.create(overlap, Dct.IDENTIFIER, NodeFactory.createLiteralString(key)),
                Triple.create(overlap, Jmo.OVERLAP_FROM, from.node()),
                Triple.create(overlap, Jmo.OVERLAP_TO, to.node()),
                Triple.create(overlap, Jmo.AREA_SHARE, decimal(share)),
                Triple.create(overlap, Jmo.SHARE_METHOD, method));
    }

    private static Node decimal(double share) {
        BigDecimal rounded = BigDecimal.valueOf(share)
                .setScale(SHARE_DIGITS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        String form = (rounded.scale() < 1 ? rounded.setScale(1) : rounded).toPlainString();
        return NodeFactory.createLiteralDT(form, XSDDatatype.XSDdecimal);
    }
}
