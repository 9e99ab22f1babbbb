package de.stadtgraph;

import de.stadtgraph.problem.Text;
import java.util.Map;

/// Names of the quality metrics that are not a shape's, by their notation in the scheme `quality-metric`.
final class Metrics {
    static final Map<String, Text> NAMES = Map.ofEntries(
            name("records-mapped", "Sätze der Quelle übernommen", "Records of the source mapped"),
            name("nodes-without-violation", "Dinge ohne Verstoß", "Things without a violation"),
            name("nodes-without-warning", "Dinge ohne Warnung", "Things without a warning"),
            name("mandatory-slots", "Pflichtangaben ausgefüllt", "Mandatory values filled"),
            name("recommended-slots", "Empfohlene Angaben ausgefüllt", "Recommended values filled"),
            name("cube-cells", "Zellen der Tabelle vorhanden", "Cells of the table present"),
            name("totals-that-match", "Summen, die stimmen", "Totals that match"),
            name("references-that-resolve", "Verweise, die ein Ziel haben", "References that lead somewhere"),
            name("intervals-in-order", "Zeiträume in richtiger Reihenfolge", "Intervals in order"),
            name("distinct-keys", "Eindeutige Schlüssel", "Distinct keys"),
            name(
                    "features-without-twin",
                    "Punkte ohne Doppelgänger im Umkreis von 1 m",
                    "Points without a twin within 1 m"),
            name("values-in-range", "Werte im erwarteten Bereich", "Values in the expected range"),
            name("points-inside-area", "Punkte in einem Bezirk", "Points inside a district"),
            name("reused-terms", "Wiederverwendete Begriffe", "Reused terms"));

    private Metrics() {}

    private static Map.Entry<String, Text> name(String notation, String german, String english) {
        return Map.entry(notation, new Text(german, english));
    }
}
