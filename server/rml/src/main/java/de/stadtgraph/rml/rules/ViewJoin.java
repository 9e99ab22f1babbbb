package de.stadtgraph.rml.rules;

import java.util.List;

/// `rml:leftJoin` or `rml:innerJoin` (RML-LV): fields of another view, for rows that match.
///
/// @param inner whether a row without a match is dropped
public record ViewJoin(
        boolean inner, LogicalView parent, List<JoinCondition> conditions, List<Field> fields, long line) {
    public ViewJoin {
        conditions = List.copyOf(conditions);
        fields = List.copyOf(fields);
    }
}
