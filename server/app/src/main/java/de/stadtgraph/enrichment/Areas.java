package de.stadtgraph.enrichment;

import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Geo;
import de.stadtgraph.vocabulary.Rdf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/// Reads areas of one class with their outlines from a graph. Stateless.
final class Areas {
    private Areas() {}

    /// All areas of the class that have a readable outline, smallest key first.
    static List<Area> of(Graph graph, Node kind) {
        List<Area> areas = new ArrayList<>();
        for (Node area : Values.subjects(graph, Rdf.TYPE, kind)) {
            outline(graph, area).ifPresent(outline -> areas.add(new Area(area, key(graph, area), outline)));
        }
        areas.sort(Comparator.comparing(Area::order));
        return areas;
    }

    private static Optional<Geometry> outline(Graph graph, Node area) {
        return Values.any(graph, area, Geo.HAS_DEFAULT_GEOMETRY)
                .or(() -> Values.any(graph, area, Geo.HAS_GEOMETRY))
                .flatMap(geometry -> Values.any(graph, geometry, Geo.AS_WKT))
                .filter(Node::isLiteral)
                .flatMap(literal -> parse(literal.getLiteralLexicalForm()));
    }

    private static Area.Key key(Graph graph, Node area) {
        return Area.Key.of(Values.any(graph, area, Dct.IDENTIFIER)
                .map(Node::getLiteralLexicalForm)
                .orElse(area.getURI()));
    }

    /// A geometry in CRS84, or nothing where the text is none.
    static Optional<Geometry> parse(String wkt) {
        try {
            return Optional.of(new WKTReader().read(wkt));
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
