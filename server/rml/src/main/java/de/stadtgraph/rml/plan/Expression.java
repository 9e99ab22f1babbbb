package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.source.Value;
import java.util.List;
import java.util.SortedSet;

/// A compiled expression map. Not thread-safe where functions are not.
///
/// @param fields the source's fields that it reads
record Expression(Evaluation evaluation, SortedSet<String> fields) {
    /// How values come from a row.
    @FunctionalInterface
    interface Evaluation {
        List<Value> evaluate(Row row, Findings findings);
    }

    List<Value> evaluate(Row row, Findings findings) {
        return evaluation.evaluate(row, findings);
    }
}
