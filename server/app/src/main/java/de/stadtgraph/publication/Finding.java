package de.stadtgraph.publication;

import de.stadtgraph.problem.Text;
import java.util.List;

/// What one rule found in a candidate. Immutable.
///
/// @param rule id of the rule: `P3`, `S1`, or family and local name of a shape
/// @param severity how much it weighs
/// @param count how often it was found
/// @param message one sentence: what is wrong
/// @param sentence the finding in words, with its numbers
/// @param repair what to do; empty where nobody says
/// @param examples a few places; five are kept
public record Finding(
        String rule, Severity severity, long count, Text message, Text sentence, Text repair, List<String> examples) {
    private static final int MOST_EXAMPLES = 5;

    public Finding {
        examples = List.copyOf(examples.subList(0, Math.min(MOST_EXAMPLES, examples.size())));
    }

    /// A finding whose message says it all.
    public Finding(String rule, Severity severity, long count, Text message, List<String> examples) {
        this(rule, severity, count, message, message, Text.same(""), examples);
    }
}
