package de.stadtgraph.rml.source;

import java.util.List;
import java.util.Set;

/// A row of a table.
///
/// @param kinds what the cells are; empty where all are just text
record TableRecord(List<String> cells, List<Value.Kind> kinds, Set<String> nullTokens) implements SourceRecord {
    /// Stands for SQL's NULL and for a variable without binding; told from equal texts by its identity.
    @SuppressWarnings("StringOperationCanBeSimplified")
    static final String NO_VALUE = new String("");

    @Override
    @SuppressWarnings("ReferenceEquality")
    public List<Value> values(Reference reference) {
        if (!(reference instanceof Column column) || column.index() >= cells.size()) {
            return List.of();
        }
        String cell = cells.get(column.index());
        if (cell == NO_VALUE || nullTokens.contains(cell)) {
            return List.of();
        }
        return List.of(new Value(cell, kinds.isEmpty() ? Value.Kind.TEXT : kinds.get(column.index())));
    }

    @Override
    public List<SourceRecord> inner(Reference iterator) {
        return List.of();
    }
}
