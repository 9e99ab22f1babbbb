package de.stadtgraph.chart;

import de.stadtgraph.chart.Drawing.Box;
import java.util.OptionalDouble;

/// Upright bars, those of a category side by side.
final class GroupedBars {
    private final Chart chart;

    GroupedBars(Chart chart) {
        this.chart = chart;
    }

    Drawing draw() {
        var plot = new Plot(chart, chart.scale(true));
        plot.nameCategories();
        double width = plot.slot() * 0.8 / chart.series().size();
        for (int s = 0; s < chart.series().size(); s++) {
            Chart.Series series = chart.series().get(s);
            for (int i = 0; i < series.values().size(); i++) {
                OptionalDouble value = series.values().get(i);
                if (value.isPresent()) {
                    double y = plot.y(Math.max(0, value.getAsDouble()));
                    double height = Math.abs(plot.y(0) - plot.y(value.getAsDouble()));
                    double x = plot.x(i) - plot.slot() * 0.4 + s * width;
                    String title = chart.title(chart.categories().get(i), series, value.getAsDouble());
                    plot.add(new Box(x, y, Math.max(1, width - 1), height, Chart.style(s), title));
                }
            }
        }
        return plot.drawing();
    }
}
