package de.stadtgraph.chart;

import de.stadtgraph.chart.Drawing.Label;
import de.stadtgraph.chart.Drawing.Line;
import de.stadtgraph.chart.Drawing.Mark;
import java.util.ArrayList;
import java.util.List;

/// The ground of a chart with a vertical axis: grid, numbers, titles. One drawing.
final class Plot {
    static final double WIDTH = 640;
    static final double HEIGHT = 340;
    static final double LEFT = 64;
    static final double RIGHT = 12;
    static final double TOP = 30;
    static final double BOTTOM = 56;

    private final Chart chart;
    private final Scale scale;
    private final List<Mark> marks = new ArrayList<>();

    Plot(Chart chart, Scale scale) {
        this.chart = chart;
        this.scale = scale;
        for (double tick : scale.ticks()) {
            double y = y(tick);
            marks.add(new Line(
                    "M" + Drawing.number(LEFT) + " " + Drawing.number(y) + "H" + Drawing.number(WIDTH - RIGHT),
                    tick == 0 ? "zero" : "grid",
                    ""));
            marks.add(new Label(LEFT - 8, y + 4, chart.numbers().apply(tick), "end", "tick"));
        }
        marks.add(new Label(0, 14, chart.axes().second(), "start", "axis"));
        marks.add(new Label(WIDTH - RIGHT, HEIGHT - 6, chart.axes().first(), "end", "axis"));
    }

    double y(double value) {
        return TOP + (1 - scale.share(value)) * (HEIGHT - TOP - BOTTOM);
    }

    /// The middle of the place of a category.
    double x(int category) {
        return LEFT + (category + 0.5) * slot();
    }

    /// The width of the place of a category.
    double slot() {
        return (WIDTH - LEFT - RIGHT) / Math.max(1, chart.categories().size());
    }

    void add(Mark mark) {
        marks.add(mark);
    }

    /// Writes the names of the categories, so many that they do not run into each other.
    void nameCategories() {
        int longest = chart.categories().stream().mapToInt(String::length).max().orElse(1);
        int every = Math.max(1, (int) Math.ceil(Math.min(longest, 12) * 7.5 / slot()));
        for (int i = 0; i < chart.categories().size(); i += every) {
            String name = chart.categories().get(i);
            String shown = name.length() > 12 ? name.substring(0, 11) + "…" : name;
            marks.add(new Label(x(i), HEIGHT - BOTTOM + 18, shown, "middle", "tick"));
        }
    }

    Drawing drawing() {
        return new Drawing(WIDTH, HEIGHT, marks, chart.legend());
    }
}
