package de.stadtgraph.rml.source;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Rows of a text file in a block.
final class CellBatch implements RecordBatch {
    private final CsvRows.Rest rows;
    private final Shape shape;
    private final long firstNumber;
    private final long[] filled;
    private int row;

    /// What all rows of a table have in common.
    ///
    /// @param filled counts of the source, into which those of the batches go
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Shape(int columns, boolean fillsShortRows, NullTokens nulls, long[] filled) {}

    CellBatch(CsvRows.Rest rows, Shape shape, long firstNumber) {
        this.rows = rows;
        this.shape = shape;
        this.firstNumber = firstNumber;
        this.filled = new long[shape.columns()];
        this.row = rows.row();
    }

    int records() {
        return rows.block().rows() - rows.row();
    }

    @Override
    public Optional<ReadOutcome> next() {
        CellBlock block = rows.block();
        if (row == block.rows()) {
            return Optional.empty();
        }
        int here = row++;
        long number = firstNumber + here - rows.row();
        RecordFault fault = fault(block, here);
        if (fault != null) {
            return Optional.of(new ReadOutcome.Broken(number, block.line(here), fault));
        }
        var record = new CellRecord(block, here, shape.nulls());
        int width = block.width(here);
        for (int column = 0; column < width; column++) {
            if (!block.isEmpty(here, column) && (shape.nulls().onlyEmpty() || !record.isNull(column))) {
                filled[column]++;
            }
        }
        return Optional.of(new ReadOutcome.Read(number, block.line(here), record));
    }

    private @Nullable RecordFault fault(CellBlock block, int here) {
        RecordFault fault = block.fault(here);
        if (fault != null) {
            return fault;
        }
        int width = block.width(here);
        if (width > shape.columns()) {
            return RecordFault.TOO_MANY_FIELDS;
        }
        return width < shape.columns() && !shape.fillsShortRows() ? RecordFault.TOO_FEW_FIELDS : null;
    }

    @Override
    public void noteFields() {
        for (int column = 0; column < filled.length; column++) {
            shape.filled()[column] += filled[column];
        }
    }
}
