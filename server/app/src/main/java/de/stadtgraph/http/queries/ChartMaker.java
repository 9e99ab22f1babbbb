package de.stadtgraph.http.queries;

import de.stadtgraph.chart.Chart;
import de.stadtgraph.chart.Drawing;
import de.stadtgraph.http.Visit;
import de.stadtgraph.query.stored.StoredQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.jena.graph.Node;

/// Makes the chart of an answer. One request.
final class ChartMaker {
    private static final int MOST_BARS = 60;
    private static final int MOST_CATEGORIES = 400;
    private static final int MOST_SERIES = 12;

    private final Visit visit;
    private final StoredQuery query;
    private final Cells cells;

    ChartMaker(Visit visit, StoredQuery query) {
        this.visit = visit;
        this.query = query;
        this.cells = new Cells(visit);
    }

    /// The chart; nothing where the query has none, or where the answer is too small or too large to be one.
    Optional<Drawing> chart(Rows rows) {
        if (query.chart().isEmpty() || rows.all().isEmpty() || rows.isCut()) {
            return Optional.empty();
        }
        StoredQuery.Charted charted = query.chart().get();
        Chart.Kind kind = Chart.Kind.valueOf(charted.kind().toUpperCase(Locale.ROOT));
        Chart chart = kind == Chart.Kind.SCATTER ? scatter(charted, rows) : categories(kind, charted, rows);
        int most = kind == Chart.Kind.BAR ? MOST_BARS : MOST_CATEGORIES;
        boolean fits = !chart.series().isEmpty()
                && chart.series().size() <= MOST_SERIES
                && (kind == Chart.Kind.SCATTER || chart.categories().size() <= most);
        return fits ? Optional.of(chart.draw()) : Optional.empty();
    }

    private Chart categories(Chart.Kind kind, StoredQuery.Charted charted, Rows rows) {
        List<String> names = names(rows, charted.x());
        Set<String> categories = new LinkedHashSet<>(names);
        Map<String, Map<String, Double>> values = new LinkedHashMap<>();
        for (String y : charted.y()) {
            List<Optional<Node>> column = rows.column(y);
            List<String> series =
                    charted.series().map(name -> names(rows, name)).orElse(List.of());
            for (int i = 0; i < column.size(); i++) {
                String name = series.isEmpty() ? query.label(y).in(visit.language()) : series.get(i);
                Map<String, Double> ofSeries = values.computeIfAbsent(name, _ -> new LinkedHashMap<>());
                OptionalDouble number = column.get(i).map(Cells::number).orElse(OptionalDouble.empty());
                String category = names.get(i);
                number.ifPresent(value -> ofSeries.merge(category, value, Double::sum));
            }
        }
        List<Chart.Series> all = new ArrayList<>();
        values.forEach((name, byCategory) -> all.add(new Chart.Series(
                name,
                categories.stream()
                        .map(category -> optional(byCategory, category))
                        .toList(),
                List.of())));
        return new Chart(kind, List.copyOf(categories), all, axes(charted), visit.phrases()::decimal);
    }

    private static OptionalDouble optional(Map<String, Double> values, String key) {
        return values.containsKey(key) ? OptionalDouble.of(values.getOrDefault(key, 0.0)) : OptionalDouble.empty();
    }

    private Chart scatter(StoredQuery.Charted charted, Rows rows) {
        List<OptionalDouble> values = new ArrayList<>();
        List<Double> positions = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Optional<Node>> across = rows.column(charted.x());
        List<Optional<Node>> up = rows.column(charted.y().getFirst());
        for (int i = 0; i < across.size(); i++) {
            OptionalDouble x = across.get(i).map(Cells::number).orElse(OptionalDouble.empty());
            OptionalDouble y = up.get(i).map(Cells::number).orElse(OptionalDouble.empty());
            if (x.isPresent() && y.isPresent()) {
                positions.add(x.getAsDouble());
                values.add(y);
                names.add(rows.all().get(i).stream()
                        .flatMap(Optional::stream)
                        .filter(node -> Cells.number(node).isEmpty())
                        .findFirst()
                        .map(cells::name)
                        .orElse(""));
            }
        }
        List<Chart.Series> series = positions.isEmpty() ? List.of() : List.of(new Chart.Series("", values, positions));
        return new Chart(Chart.Kind.SCATTER, names, series, axes(charted), visit.phrases()::decimal);
    }

    private List<String> names(Rows rows, String column) {
        return rows.column(column).stream()
                .map(value -> value.map(cells::name).orElse("–"))
                .toList();
    }

    private Chart.Axes axes(StoredQuery.Charted charted) {
        String second =
                charted.y().size() == 1 ? query.label(charted.y().getFirst()).in(visit.language()) : "";
        String unit = charted.unit()
                .map(text -> " (" + text.in(visit.language()) + ")")
                .orElse("");
        return new Chart.Axes(query.label(charted.x()).in(visit.language()), second + unit);
    }
}
