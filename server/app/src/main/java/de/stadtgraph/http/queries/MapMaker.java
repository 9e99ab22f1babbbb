package de.stadtgraph.http.queries;

import de.stadtgraph.http.CityMap;
import de.stadtgraph.http.Visit;
import de.stadtgraph.query.stored.StoredQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.apache.jena.graph.Node;

/// Makes the map of an answer: areas shaded by their value, or points. One request.
final class MapMaker {
    private static final int SHADES = 5;
    private static final int MOST = 3000;

    private final Visit visit;
    private final StoredQuery query;
    private final Cells cells;

    MapMaker(Visit visit, StoredQuery query) {
        this.visit = visit;
        this.query = query;
        this.cells = new Cells(visit);
    }

    private record Feature(Node node, OptionalDouble value) {}

    /// The map; nothing where the query has none, or none of the things has a geometry.
    Optional<QueryPage.Map> map(Rows rows) {
        CityMap city = visit.map();
        if (query.map().isEmpty() || city.isEmpty()) {
            return Optional.empty();
        }
        StoredQuery.Mapped mapped = query.map().get();
        List<Feature> features = features(rows, mapped);
        List<Double> steps = steps(features);
        List<QueryPage.Area> areas = new ArrayList<>();
        List<QueryPage.Point> points = new ArrayList<>();
        List<CityMap.Shape> spots = new ArrayList<>();
        for (Feature feature : features) {
            city.shape(visit.generation().data(), feature.node()).ifPresent(shape -> {
                String label = label(feature);
                String href = visit.hrefs().of(feature.node()).orElse("");
                if (shape.isPoint()) {
                    spots.add(shape);
                    points.add(new QueryPage.Point(shape.x(), shape.y(), href, label));
                } else {
                    areas.add(new QueryPage.Area(shape.path(), href, label, shade(feature.value(), steps)));
                }
            });
        }
        if (areas.isEmpty() && points.isEmpty()) {
            return Optional.empty();
        }
        List<String> legend = areas.isEmpty()
                ? List.of()
                : steps.stream().map(visit.phrases()::decimal).toList();
        String title = mapped.value()
                .map(column -> query.label(column).in(visit.language()))
                .orElseGet(() -> query.title().in(visit.language()));
        return Optional.of(new QueryPage.Map(city, city.view(spots), areas, points, title, legend));
    }

    private static List<Feature> features(Rows rows, StoredQuery.Mapped mapped) {
        List<Optional<Node>> nodes = rows.column(mapped.feature());
        List<Optional<Node>> values = mapped.value().map(rows::column).orElse(List.of());
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < nodes.size() && features.size() < MOST; i++) {
            OptionalDouble value = values.isEmpty()
                    ? OptionalDouble.empty()
                    : values.get(i).map(Cells::number).orElse(OptionalDouble.empty());
            nodes.get(i).filter(Node::isURI).ifPresent(node -> features.add(new Feature(node, value)));
        }
        return features;
    }

    private String label(Feature feature) {
        String name = cells.name(feature.node());
        return feature.value().isPresent()
                ? name + ": " + visit.phrases().decimal(feature.value().getAsDouble())
                : name;
    }

    /// Upper ends of classes with about as many features each.
    private static List<Double> steps(List<Feature> features) {
        List<Double> sorted = features.stream()
                .map(Feature::value)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .sorted()
                .toList();
        var steps = new TreeSet<Double>();
        for (int shade = 1; shade <= SHADES && !sorted.isEmpty(); shade++) {
            steps.add(sorted.get(Math.ceilDiv(sorted.size() * shade, SHADES) - 1));
        }
        return List.copyOf(steps);
    }

    /// The class of a value, from 1; 0 for a missing one.
    private static int shade(OptionalDouble value, List<Double> steps) {
        if (value.isEmpty()) {
            return 0;
        }
        int shade = 1;
        while (shade < steps.size() && value.getAsDouble() > steps.get(shade - 1)) {
            shade++;
        }
        return shade;
    }
}
