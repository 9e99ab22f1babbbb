package de.stadtgraph.chart;

import de.stadtgraph.chart.Drawing.Dot;
import de.stadtgraph.chart.Drawing.Line;
import java.util.OptionalDouble;

/// A line a series; it breaks where a value is missing.
final class Lines {
    private static final int MOST_DOTS = 80;

    private final Chart chart;

    Lines(Chart chart) {
        this.chart = chart;
    }

    Drawing draw() {
        var plot = new Plot(chart, chart.scale(false));
        plot.nameCategories();
        for (int s = 0; s < chart.series().size(); s++) {
            Chart.Series series = chart.series().get(s);
            plot.add(new Line(path(plot, series), "line " + Chart.style(s), series.name()));
            for (int i = 0; i < series.values().size() && series.values().size() <= MOST_DOTS; i++) {
                OptionalDouble value = series.values().get(i);
                if (value.isPresent()) {
                    String title = chart.title(chart.categories().get(i), series, value.getAsDouble());
                    plot.add(new Dot(plot.x(i), plot.y(value.getAsDouble()), 3.5, Chart.style(s), title));
                }
            }
        }
        return plot.drawing();
    }

    private static String path(Plot plot, Chart.Series series) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < series.values().size(); i++) {
            OptionalDouble value = series.values().get(i);
            if (value.isPresent()) {
                path.append(pen ? 'L' : 'M')
                        .append(Drawing.number(plot.x(i)))
                        .append(' ')
                        .append(Drawing.number(plot.y(value.getAsDouble())));
            }
            pen = value.isPresent();
        }
        return path.toString();
    }
}
