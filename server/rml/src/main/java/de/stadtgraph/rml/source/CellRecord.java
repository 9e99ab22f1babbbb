package de.stadtgraph.rml.source;

import java.util.List;

/// A row of a block of a text file. Its cells are made texts only when they are asked for.
record CellRecord(CellBlock block, int row, NullTokens nulls) implements SourceRecord {
    @Override
    public List<Value> values(Reference reference) {
        if (!(reference instanceof Column column) || column.index() >= block.width(row)) {
            return List.of();
        }
        if (nulls.onlyEmpty() && block.isEmpty(row, column.index())) {
            return List.of();
        }
        String text = block.text(row, column.index());
        return nulls.contains(text) ? List.of() : List.of(Value.text(text));
    }

    @Override
    public boolean fill(Reference reference, Cells into, int slot) {
        boolean absent =
                !(reference instanceof Column column) || column.index() >= block.width(row) || isNull(column.index());
        if (absent) {
            into.clear(slot);
        } else {
            block.fill(row, ((Column) reference).index(), into, slot);
        }
        return true;
    }

    /// Whether the cell stands for no value.
    boolean isNull(int column) {
        if (nulls.isNone()) {
            return false;
        }
        if (block.isEmpty(row, column)) {
            return nulls.contains("");
        }
        return !nulls.onlyEmpty()
                && block.length(row, column) <= nulls.longest()
                && nulls.contains(block.text(row, column));
    }

    @Override
    public List<SourceRecord> inner(Reference iterator) {
        return List.of();
    }
}
