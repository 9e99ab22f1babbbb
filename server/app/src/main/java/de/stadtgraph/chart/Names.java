package de.stadtgraph.chart;

/// Names that must fit. Stateless.
final class Names {
    private static final int NAME = 28;

    private Names() {}

    static String shortened(String name) {
        return name.length() <= NAME ? name : name.substring(0, NAME - 1).strip() + "…";
    }
}
