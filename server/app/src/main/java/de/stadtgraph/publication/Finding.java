package de.stadtgraph.publication;

import de.stadtgraph.problem.Text;
import java.util.List;

/// One kind of thing that was found in a candidate: by a shape, by the mapping, or by a rule of the gate.
///
/// @param rule name of the rule: `family#Shape`, `mapping:reason`, `P11`, `S3`
/// @param severity how grave it is
/// @param count how often it was found; exact
/// @param message what it is, in both languages; names no value that is not published
/// @param examples some of the things or records; they are shown in public only when the release is public
public record Finding(String rule, Severity severity, long count, Text message, List<String> examples) {
    /// Most examples that a finding keeps.
    public static final int EXAMPLES = 5;

    public Finding {
        examples = List.copyOf(examples.subList(0, Math.min(EXAMPLES, examples.size())));
    }

    /// How grave a finding is, lightest first.
    public enum Severity {
        INFO,
        WARNING,
        VIOLATION,
        BLOCK
    }
}
