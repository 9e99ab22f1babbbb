package de.stadtgraph.rml.rules;

import java.util.List;

/// `rml:LogicalView` (RML-LV): rows of named fields over a source or another view.
///
/// @param keys fields that together are unique where they are filled (`rml:PrimaryKeyAnnotation`,
///     `rml:UniqueAnnotation`), one list an annotation
public record LogicalView(
        String name, Origin on, List<Field> fields, List<ViewJoin> joins, List<List<String>> keys, long line)
        implements Origin {
    public LogicalView {
        fields = List.copyOf(fields);
        joins = List.copyOf(joins);
        keys = keys.stream().map(List::copyOf).toList();
    }
}
