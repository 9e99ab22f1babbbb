package de.stadtgraph.validation;

import de.stadtgraph.problem.Text;

/// Words for kinds of areas, as they stand after "7 von 41" and "7 of 41". Stateless.
final class AreaWords {
    private AreaWords() {}

    /// @param kind the type in the IRI of an area
    static Text of(String kind) {
        return switch (kind) {
            case "statistical-district" -> new Text("Bezirken", "districts");
            case "ortsteil" -> new Text("Ortsteilen", "Ortsteile");
            case "planning-area" -> new Text("Planungsräumen", "planning areas");
            case "municipality" -> new Text("Gemeinden", "municipalities");
            case "precinct" -> new Text("Wahlbezirken", "precincts");
            default -> new Text("Gebieten", "areas");
        };
    }
}
