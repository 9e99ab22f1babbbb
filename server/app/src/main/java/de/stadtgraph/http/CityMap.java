package de.stadtgraph.http;

import de.stadtgraph.store.Generation;
import de.stadtgraph.vocabulary.Geo;
import de.stadtgraph.vocabulary.Jmo;
import de.stadtgraph.vocabulary.Rdf;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// The outlines of the districts and Ortsteile of one state, drawn from the graph. Immutable.
public final class CityMap {
    /// Width of the drawing; its height follows from the extent.
    private static final double WIDTH = 640;

    private final List<Area> districts;
    private final List<Area> ortsteile;
    private final Projection projection;

    private CityMap(List<Area> districts, List<Area> ortsteile, Projection projection) {
        this.districts = districts;
        this.ortsteile = ortsteile;
        this.projection = projection;
    }

    /// An area and its outline as SVG path data.
    public record Area(Node node, String path) {}

    /// The geometry of one thing: path data, or a point with its position.
    public record Shape(String path, boolean isPoint, String x, String y) {}

    private record Outline(Node node, Wkt wkt) {}

    /// Longitude and latitude to the plane: equirectangular around the middle of the city.
    private record Projection(double west, double north, double scaleX, double scaleY, double height) {
        static Projection of(List<Outline> outlines) {
            double west = Double.MAX_VALUE;
            double east = -Double.MAX_VALUE;
            double south = Double.MAX_VALUE;
            double north = -Double.MAX_VALUE;
            for (Outline outline : outlines) {
                for (List<Wkt.Position> ring : outline.wkt().rings()) {
                    for (Wkt.Position position : ring) {
                        west = Math.min(west, position.longitude());
                        east = Math.max(east, position.longitude());
                        south = Math.min(south, position.latitude());
                        north = Math.max(north, position.latitude());
                    }
                }
            }
            double scaleX = WIDTH / Math.max(1e-6, east - west);
            double scaleY = scaleX / Math.cos(Math.toRadians((south + north) / 2));
            return new Projection(west, north, scaleX, scaleY, (north - south) * scaleY);
        }

        double x(Wkt.Position position) {
            return (position.longitude() - west) * scaleX;
        }

        double y(Wkt.Position position) {
            return (north - position.latitude()) * scaleY;
        }

        String path(Wkt wkt) {
            PathData path = new PathData();
            for (List<Wkt.Position> ring : wkt.rings()) {
                path.move(x(ring.getFirst()), y(ring.getFirst()));
                for (Wkt.Position position : ring.subList(1, ring.size())) {
                    path.line(x(position), y(position));
                }
                path.close();
            }
            return path.toString();
        }
    }

    public static CityMap of(Generation generation) {
        DatasetGraph data = generation.data();
        List<Outline> districts = outlines(data, Jmo.STATISTICAL_DISTRICT);
        List<Outline> ortsteile = outlines(data, Jmo.ORTSTEIL);
        List<Outline> all = new ArrayList<>(districts);
        all.addAll(ortsteile);
        Projection projection = Projection.of(all);
        return new CityMap(areas(districts, projection), areas(ortsteile, projection), projection);
    }

    public boolean isEmpty() {
        return districts.isEmpty() && ortsteile.isEmpty();
    }

    public List<Area> districts() {
        return districts;
    }

    public List<Area> ortsteile() {
        return ortsteile;
    }

    /// The `viewBox` of the drawing, with a margin.
    public String viewBox() {
        return MapView.whole(WIDTH, projection.height()).box();
    }

    /// The part of the drawing in which points lie; all of it where there are none.
    public MapView view(List<Shape> points) {
        return MapView.around(points, WIDTH, projection.height());
    }

    /// The geometry of a thing, if it has one: its own WKT or that of its default geometry.
    public Optional<Shape> shape(DatasetGraph data, Node thing) {
        return wkt(data, thing).filter(wkt -> !wkt.rings().isEmpty()).map(wkt -> {
            Wkt.Position first = wkt.rings().getFirst().getFirst();
            return new Shape(
                    projection.path(wkt), wkt.isPoint(), number(projection.x(first)), number(projection.y(first)));
        });
    }

    private static List<Area> areas(List<Outline> outlines, Projection projection) {
        return outlines.stream()
                .map(outline -> new Area(outline.node(), projection.path(outline.wkt())))
                .toList();
    }

    private static List<Outline> outlines(DatasetGraph data, Node type) {
        List<Outline> outlines = new ArrayList<>();
        for (Iterator<Quad> quads = data.findNG(Node.ANY, Node.ANY, Rdf.TYPE, type); quads.hasNext(); ) {
            Node area = quads.next().getSubject();
            wkt(data, area).filter(wkt -> !wkt.isPoint()).ifPresent(wkt -> outlines.add(new Outline(area, wkt)));
        }
        outlines.sort(java.util.Comparator.comparing(outline -> outline.node().toString()));
        return outlines;
    }

    private static Optional<Wkt> wkt(DatasetGraph data, Node thing) {
        for (Node property : List.of(Geo.HAS_DEFAULT_GEOMETRY, Geo.HAS_GEOMETRY)) {
            for (Iterator<Quad> quads = data.findNG(Node.ANY, thing, property, Node.ANY); quads.hasNext(); ) {
                Optional<Wkt> found = literal(data, quads.next().getObject());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return literal(data, thing);
    }

    private static Optional<Wkt> literal(DatasetGraph data, Node geometry) {
        Iterator<Quad> quads = data.findNG(Node.ANY, geometry, Geo.AS_WKT, Node.ANY);
        if (!quads.hasNext()) {
            return Optional.empty();
        }
        Node value = quads.next().getObject();
        return value.isLiteral() ? Optional.of(Wkt.parse(value.getLiteralLexicalForm())) : Optional.empty();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
