package de.stadtgraph.chart;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/// What is drawn: categories with a value for each series, or points. Immutable.
///
/// @param kind how
/// @param categories names along the first axis, in the order of the answer
/// @param series values by series; a value that is not there stays away
/// @param axes titles of the two axes, with their units
/// @param numbers how numbers are written
public record Chart(
        Kind kind, List<String> categories, List<Series> series, Axes axes, DoubleFunction<String> numbers) {
    public Chart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
    }

    /// The kinds.
    public enum Kind {
        BAR,
        LINE,
        STACKED,
        PYRAMID,
        SCATTER
    }

    /// @param values one a category; of a scatter chart the vertical positions
    /// @param positions horizontal positions of a scatter chart; else empty
    public record Series(String name, List<OptionalDouble> values, List<Double> positions) {
        public Series {
            values = List.copyOf(values);
            positions = List.copyOf(positions);
        }
    }

    public record Axes(String first, String second) {}

    /// Draws it.
    public Drawing draw() {
        return switch (kind) {
            case BAR -> series.size() > 1 ? new GroupedBars(this).draw() : new Bars(this).draw();
            case STACKED -> new StackedBars(this).draw();
            case LINE -> new Lines(this).draw();
            case PYRAMID -> new Pyramid(this).draw();
            case SCATTER -> new Scatter(this).draw();
        };
    }

    List<String> legend() {
        return series.size() > 1 ? series.stream().map(Series::name).toList() : List.of();
    }

    String title(String category, Series of, double value) {
        String name = of.name().isEmpty() || series.size() == 1 ? category : category + ", " + of.name();
        return name + ": " + numbers.apply(value);
    }

    /// The largest and smallest of all values, 0 among them where bars stand on it.
    Scale scale(boolean fromZero) {
        double low = fromZero ? 0 : Double.POSITIVE_INFINITY;
        double high = fromZero ? 0 : Double.NEGATIVE_INFINITY;
        for (Series each : series) {
            for (OptionalDouble value : each.values()) {
                low = Math.min(low, value.orElse(low));
                high = Math.max(high, value.orElse(high));
            }
        }
        return Scale.of(low, high);
    }

    /// The style of a series: they repeat after six, with another pattern in the style sheet for each.
    static String style(int series) {
        return "series" + series % 6;
    }
}
