package de.stadtgraph.chart;

import de.stadtgraph.chart.Drawing.Box;
import de.stadtgraph.chart.Drawing.Label;
import de.stadtgraph.chart.Drawing.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Horizontal bars of one series, each with its name and its value written beside it: readable on a telephone too.
final class Bars {
    private static final double WIDTH = 640;
    private static final double ROW = 26;
    private static final double TOP = 24;
    private static final double NAMES = 200;
    private static final double VALUES = 76;

    private final Chart chart;

    Bars(Chart chart) {
        this.chart = chart;
    }

    Drawing draw() {
        Chart.Series series = chart.series().getFirst();
        Scale scale = chart.scale(true);
        double span = WIDTH - NAMES - VALUES;
        double zero = NAMES + scale.share(0) * span;
        List<Mark> marks = new ArrayList<>();
        marks.add(new Label(NAMES, 14, chart.axes().second(), "start", "axis"));
        marks.add(new Label(0, 14, chart.axes().first(), "start", "axis"));
        for (int i = 0; i < chart.categories().size(); i++) {
            double y = TOP + i * ROW;
            String category = chart.categories().get(i);
            marks.add(new Label(NAMES - 8, y + 17, Names.shortened(category), "end", "name"));
            OptionalDouble value = series.values().get(i);
            if (value.isEmpty()) {
                marks.add(new Label(zero + 6, y + 17, "–", "start", "value"));
                continue;
            }
            double end = NAMES + scale.share(value.getAsDouble()) * span;
            String title = chart.title(category, series, value.getAsDouble());
            marks.add(
                    new Box(Math.min(zero, end), y + 3, Math.max(1, Math.abs(end - zero)), ROW - 7, "series0", title));
            marks.add(new Label(
                    Math.max(zero, end) + 6, y + 17, chart.numbers().apply(value.getAsDouble()), "start", "value"));
        }
        return new Drawing(WIDTH, TOP + chart.categories().size() * ROW + 6, marks, List.of());
    }
}
