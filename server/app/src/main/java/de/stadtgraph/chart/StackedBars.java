package de.stadtgraph.chart;

import de.stadtgraph.chart.Drawing.Box;
import java.util.List;
import java.util.OptionalDouble;

/// Upright bars, the series of a category on top of each other. Values below 0 cannot be stacked and stay away.
final class StackedBars {
    private final Chart chart;

    StackedBars(Chart chart) {
        this.chart = chart;
    }

    Drawing draw() {
        double[] sums = new double[chart.categories().size()];
        for (Chart.Series series : chart.series()) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += Math.max(0, series.values().get(i).orElse(0));
            }
        }
        double highest = 0;
        for (double sum : sums) {
            highest = Math.max(highest, sum);
        }
        var plot = new Plot(chart, Scale.of(0, highest));
        plot.nameCategories();
        double[] ground = new double[sums.length];
        List<Chart.Series> all = chart.series();
        for (int s = 0; s < all.size(); s++) {
            for (int i = 0; i < sums.length; i++) {
                OptionalDouble value = all.get(s).values().get(i);
                if (value.isPresent() && value.getAsDouble() > 0) {
                    double top = plot.y(ground[i] + value.getAsDouble());
                    double height = plot.y(ground[i]) - top;
                    String title = chart.title(chart.categories().get(i), all.get(s), value.getAsDouble());
                    double width = Math.max(1, plot.slot() * 0.78);
                    plot.add(new Box(plot.x(i) - width / 2, top, width, height, Chart.style(s), title));
                    ground[i] += value.getAsDouble();
                }
            }
        }
        return plot.drawing();
    }
}
