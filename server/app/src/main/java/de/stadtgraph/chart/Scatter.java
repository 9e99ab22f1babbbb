package de.stadtgraph.chart;

import de.stadtgraph.chart.Drawing.Dot;
import de.stadtgraph.chart.Drawing.Label;
import java.util.List;
import java.util.OptionalDouble;

/// Points on two axes of numbers.
final class Scatter {
    private final Chart chart;

    Scatter(Chart chart) {
        this.chart = chart;
    }

    Drawing draw() {
        List<Double> all = chart.series().stream()
                .flatMap(series -> series.positions().stream())
                .toList();
        double low = all.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = all.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        Scale across = Scale.of(low, high);
        var plot = new Plot(chart, chart.scale(false));
        double span = Plot.WIDTH - Plot.LEFT - Plot.RIGHT - 20;
        for (double tick : across.ticks()) {
            double x = Plot.LEFT + 10 + across.share(tick) * span;
            plot.add(
                    new Label(x, Plot.HEIGHT - Plot.BOTTOM + 18, chart.numbers().apply(tick), "middle", "tick"));
        }
        for (int s = 0; s < chart.series().size(); s++) {
            Chart.Series series = chart.series().get(s);
            for (int i = 0; i < series.positions().size(); i++) {
                OptionalDouble value = series.values().get(i);
                if (value.isPresent()) {
                    double x = Plot.LEFT + 10 + across.share(series.positions().get(i)) * span;
                    String name =
                            chart.categories().size() > i ? chart.categories().get(i) : "";
                    String title = name + ": "
                            + chart.numbers().apply(series.positions().get(i)) + " / "
                            + chart.numbers().apply(value.getAsDouble());
                    plot.add(new Dot(x, plot.y(value.getAsDouble()), 4, "point " + Chart.style(s), title));
                }
            }
        }
        return plot.drawing();
    }
}
