package de.stadtgraph.rml.source;

import java.util.List;
import java.util.Set;

/// A row of a CSV file.
record CsvRecord(List<String> cells, Set<String> nullTokens) implements SourceRecord {
    @Override
    public List<Value> values(Reference reference) {
        if (!(reference instanceof Column column) || column.index() >= cells.size()) {
            return List.of();
        }
        String cell = cells.get(column.index());
        return nullTokens.contains(cell) ? List.of() : List.of(Value.text(cell));
    }

    @Override
    public List<SourceRecord> inner(Reference iterator) {
        return List.of();
    }
}
