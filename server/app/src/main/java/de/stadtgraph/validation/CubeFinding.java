package de.stadtgraph.validation;

import de.stadtgraph.problem.Text;
import java.util.List;
import org.apache.jena.graph.Node;

/// What a check of whole tables found. Immutable.
///
/// @param rule its id: `P4b`, `P5`, `cube:missing:2017-12-31`
/// @param severity how grave it is
/// @param count how often
/// @param message one sentence; of a privacy rule it names no cell and no value
/// @param repair what to do
/// @param cells some of the cells or areas, for the steward
public record CubeFinding(String rule, Severity severity, long count, Text message, Text repair, List<Node> cells) {
    private static final int MOST_CELLS = 5;

    public CubeFinding {
        cells = List.copyOf(cells.subList(0, Math.min(MOST_CELLS, cells.size())));
    }
}
