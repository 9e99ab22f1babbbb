package de.stadtgraph.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Boxes with lines of text, and arrows between them: classes with their properties. Written as SVG with presentation
/// attributes alone, so that it needs no style and runs no script. Immutable.
///
/// @param boxes in the order in which they are placed, [#COLUMNS] beside each other
/// @param arrows between boxes by name; an arrow to a box that is not there is left out
public record Diagram(List<Box> boxes, List<Arrow> arrows) {
    private static final int COLUMNS = 3;
    private static final int WIDTH = 280;
    private static final int GAP = 70;
    private static final int LINE = 17;
    private static final int HEAD = 30;
    private static final int MOST_LINES = 30;
    private static final int MOST_CHARACTERS = 40;

    public Diagram {
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
    }

    /// @param name also the heading
    public record Box(String name, List<String> lines) {
        public Box {
            lines = List.copyOf(lines);
        }

        private List<String> shown() {
            if (lines.size() <= MOST_LINES) {
                return lines;
            }
            List<String> shown = new ArrayList<>(lines.subList(0, MOST_LINES));
            shown.add("…");
            return shown;
        }
    }

    public record Arrow(String from, String to, String label) {}

    private record Place(int left, int top, int height) {
        private double middleX() {
            return left + WIDTH / 2.0;
        }

        private double middleY() {
            return top + height / 2.0;
        }
    }

    /// The drawing.
    ///
    /// @param title what it shows, for people who do not see it
    public String svg(String title) {
        Map<String, Place> places = places();
        int width = Math.max(1, Math.min(COLUMNS, boxes.size())) * (WIDTH + GAP) + GAP;
        int height = GAP
                + places.values().stream()
                        .mapToInt(place -> place.top() + place.height())
                        .max()
                        .orElse(0);
        var svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %d %d\" "
                        .formatted(width, height))
                .append("width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">\n"
                        .formatted(width, height))
                .append("<title>")
                .append(escaped(title))
                .append("</title>\n")
                .append(
                        "<defs><marker id=\"tip\" markerWidth=\"10\" markerHeight=\"8\" refX=\"9\" refY=\"4\" orient=\"auto\">")
                .append("<path d=\"M0 0L10 4L0 8z\" fill=\"#333\"/></marker></defs>\n")
                .append("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n".formatted(width, height));
        arrows.forEach(arrow -> draw(arrow, places, svg));
        boxes.forEach(box -> draw(box, places, svg));
        return svg.append("</svg>\n").toString();
    }

    private Map<String, Place> places() {
        Map<String, Place> places = new HashMap<>();
        int top = GAP / 2;
        int lowest = top;
        for (int i = 0; i < boxes.size(); i++) {
            if (i % COLUMNS == 0) {
                top = i == 0 ? top : lowest + GAP;
            }
            Box box = boxes.get(i);
            int height = HEAD + LINE * box.shown().size() + (box.lines().isEmpty() ? 0 : LINE / 2);
            places.put(box.name(), new Place(GAP / 2 + i % COLUMNS * (WIDTH + GAP), top, height));
            lowest = Math.max(lowest, top + height);
        }
        return places;
    }

    private static void draw(Box box, Map<String, Place> places, StringBuilder svg) {
        Place place = places.getOrDefault(box.name(), new Place(0, 0, 0));
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#fff\" stroke=\"#333\"/>\n"
                        .formatted(place.left(), place.top(), WIDTH, place.height()))
                .append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#e8eef2\" stroke=\"#333\"/>\n"
                        .formatted(place.left(), place.top(), WIDTH, HEAD - 6))
                .append(text(place.left() + 8, place.top() + 16, box.name(), " font-weight=\"bold\""));
        int line = place.top() + HEAD + 10;
        for (String text : box.shown()) {
            svg.append(text(place.left() + 8, line, text, ""));
            line += LINE;
        }
    }

    private static void draw(Arrow arrow, Map<String, Place> places, StringBuilder svg) {
        Optional<Place> from = Optional.ofNullable(places.get(arrow.from()));
        Optional<Place> to = Optional.ofNullable(places.get(arrow.to()));
        if (from.isEmpty() || to.isEmpty() || arrow.from().equals(arrow.to())) {
            return;
        }
        double[] start = edge(from.get(), to.get());
        double[] end = edge(to.get(), from.get());
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#333\" marker-end=\"url(#tip)\"/>%n",
                start[0],
                start[1],
                end[0],
                end[1]));
        svg.append(text(
                (int) (start[0] + end[0]) / 2, (int) (start[1] + end[1]) / 2 - 4, arrow.label(), " fill=\"#333\""));
    }

    /// Where the line between the middles of two boxes leaves the first.
    private static double[] edge(Place from, Place to) {
        double dx = to.middleX() - from.middleX();
        double dy = to.middleY() - from.middleY();
        double byWidth = dx == 0 ? Double.MAX_VALUE : WIDTH / 2.0 / Math.abs(dx);
        double byHeight = dy == 0 ? Double.MAX_VALUE : from.height() / 2.0 / Math.abs(dy);
        double share = Math.min(1, Math.min(byWidth, byHeight));
        return new double[] {from.middleX() + dx * share, from.middleY() + dy * share};
    }

    private static String text(int x, int y, String text, String attributes) {
        String shown = text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - 1) + "…";
        return "<text x=\"%d\" y=\"%d\"%s>%s</text>%n".formatted(x, y, attributes, escaped(shown));
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
