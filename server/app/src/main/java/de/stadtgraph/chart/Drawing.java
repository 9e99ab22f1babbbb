package de.stadtgraph.chart;

import java.util.List;
import java.util.Locale;

/// A drawing in units of its own, ready to be written as SVG. Immutable.
///
/// @param marks from back to front
/// @param legend names of the series, in the order of their styles; empty where one series needs no name
public record Drawing(double width, double height, List<Mark> marks, List<String> legend) {
    public Drawing {
        marks = List.copyOf(marks);
        legend = List.copyOf(legend);
    }

    /// One mark. The style is the name of a class of the style sheet, the title what a pointer or a screen reader gets.
    public sealed interface Mark {}

    public record Box(double x, double y, double width, double height, String style, String title) implements Mark {}

    public record Line(String path, String style, String title) implements Mark {}

    public record Dot(double x, double y, double radius, String style, String title) implements Mark {}

    /// @param anchor `start`, `middle` or `end`
    public record Label(double x, double y, String text, String anchor, String style) implements Mark {}

    /// A number as SVG writes it.
    public static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    public String viewBox() {
        return "0 0 " + number(width) + " " + number(height);
    }
}
