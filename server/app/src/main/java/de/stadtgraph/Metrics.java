package de.stadtgraph;

import de.stadtgraph.problem.Text;
import java.util.Map;

/// Names of the quality metrics that are not a shape's.
final class Metrics {
    static final Map<String, Text> NAMES = Map.of(
            "nodes-without-violation", new Text("Dinge ohne Verstoß", "Things without a violation"),
            "nodes-without-warning", new Text("Dinge ohne Warnung", "Things without a warning"),
            "mandatory-slots", new Text("Pflichtangaben ausgefüllt", "Mandatory values filled"),
            "recommended-slots", new Text("Empfohlene Angaben ausgefüllt", "Recommended values filled"));

    private Metrics() {}
}
