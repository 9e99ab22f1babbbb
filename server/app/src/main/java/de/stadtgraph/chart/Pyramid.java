package de.stadtgraph.chart;

import de.stadtgraph.chart.Drawing.Box;
import de.stadtgraph.chart.Drawing.Label;
import de.stadtgraph.chart.Drawing.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Two series back to back, the categories from below to above: a population pyramid.
final class Pyramid {
    private static final double WIDTH = 640;
    private static final double TOP = 34;
    private static final double NAMES = 96;
    private static final double VALUES = 56;

    private final Chart chart;

    Pyramid(Chart chart) {
        this.chart = chart;
    }

    Drawing draw() {
        Scale scale = chart.scale(true);
        int count = chart.categories().size();
        double row = count > 40 ? 7 : 20;
        double side = (WIDTH - NAMES) / 2 - VALUES;
        List<Mark> marks = new ArrayList<>();
        marks.add(new Label(WIDTH / 2, 14, chart.axes().first(), "middle", "axis"));
        for (int s = 0; s < Math.min(2, chart.series().size()); s++) {
            Chart.Series series = chart.series().get(s);
            double inner = WIDTH / 2 + (s == 0 ? -NAMES / 2 : NAMES / 2);
            marks.add(new Label(inner, 14, series.name(), s == 0 ? "end" : "start", "axis"));
            for (int i = 0; i < count; i++) {
                OptionalDouble value = series.values().get(i);
                if (value.isPresent()) {
                    double length = scale.share(value.getAsDouble()) * side;
                    double y = TOP + (count - 1 - i) * row;
                    String title = chart.title(chart.categories().get(i), series, value.getAsDouble());
                    double x = s == 0 ? inner - length : inner;
                    marks.add(new Box(x, y + 1, Math.max(0.5, length), row - 2, Chart.style(s), title));
                    if (row > 12) {
                        String text = chart.numbers().apply(value.getAsDouble());
                        double outer = s == 0 ? x - 5 : x + length + 5;
                        marks.add(new Label(outer, y + row - 6, text, s == 0 ? "end" : "start", "tick"));
                    }
                }
            }
        }
        names(marks, count, row);
        return new Drawing(WIDTH, TOP + count * row + 8, marks, chart.legend());
    }

    private void names(List<Mark> marks, int count, double row) {
        int every = row > 12 ? 1 : 5;
        for (int i = 0; i < count; i += every) {
            double y = TOP + (count - 1 - i) * row + row / 2 + 4;
            marks.add(new Label(WIDTH / 2, y, Names.shortened(chart.categories().get(i)), "middle", "tick"));
        }
    }
}
