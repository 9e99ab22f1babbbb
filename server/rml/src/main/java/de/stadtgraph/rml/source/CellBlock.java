package de.stadtgraph.rml.source;

import de.stadtgraph.rml.term.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows cut out of a piece of a text file: the bytes, and where each row and cell lies in them.
///
/// Filled by [CsvScanner]; afterwards only read, by one thread at a time.
final class CellBlock {
    private final byte[] bytes;
    private final String pair;
    private int[] from = new int[1 << 10];
    private int[] to = new int[1 << 10];
    private int cells;
    private int[] firstCell = new int[1 << 8];
    private long[] lines = new long[1 << 8];
    private @Nullable RecordFault[] faults = new RecordFault[1 << 8];
    private int rows;

    CellBlock(byte[] bytes, char quote) {
        this.bytes = bytes;
        this.pair = String.valueOf(quote).repeat(2);
    }

    int rows() {
        return rows;
    }

    int cells() {
        return cells;
    }

    void addCell(int start, int end) {
        if (cells == from.length) {
            from = Arrays.copyOf(from, cells * 2);
            to = Arrays.copyOf(to, cells * 2);
        }
        from[cells] = start;
        to[cells++] = end;
    }

    /// A cell in which each quote is doubled.
    void addEscapedCell(int start, int end) {
        addCell(start, ~end);
    }

    /// Drops the cells of a row that is not complete.
    void dropCells(int first) {
        cells = first;
    }

    void addRow(int first, long line, @Nullable RecordFault fault) {
        if (rows + 1 >= lines.length) {
            firstCell = Arrays.copyOf(firstCell, rows * 2 + 2);
            lines = Arrays.copyOf(lines, rows * 2 + 2);
            faults = Arrays.copyOf(faults, rows * 2 + 2);
        }
        firstCell[rows] = first;
        lines[rows] = line;
        faults[rows] = fault;
        firstCell[++rows] = cells;
    }

    int width(int row) {
        return firstCell[row + 1] - firstCell[row];
    }

    long line(int row) {
        return lines[row];
    }

    /// What is wrong with the row, or null; its bytes are looked at.
    @Nullable
    RecordFault fault(int row) {
        if (faults[row] != null || width(row) == 0) {
            return faults[row];
        }
        boolean valid = Utf8.isValid(bytes, from[firstCell[row]], end(firstCell[row + 1] - 1));
        return valid ? null : RecordFault.BAD_ENCODING;
    }

    private int end(int cell) {
        return to[cell] < 0 ? ~to[cell] : to[cell];
    }

    /// Whether the cell stands for no text at all.
    boolean isEmpty(int row, int column) {
        int cell = firstCell[row] + column;
        return from[cell] == end(cell);
    }

    int length(int row, int column) {
        int cell = firstCell[row] + column;
        return end(cell) - from[cell];
    }

    /// Puts the text of a cell into a slot.
    void fill(int row, int column, Cells into, int slot) {
        int cell = firstCell[row] + column;
        if (to[cell] >= 0) {
            into.set(slot, bytes, from[cell], to[cell]);
        } else {
            into.set(slot, text(row, column));
        }
    }

    String text(int row, int column) {
        int cell = firstCell[row] + column;
        String text = new String(bytes, from[cell], end(cell) - from[cell], StandardCharsets.UTF_8);
        return to[cell] >= 0 ? text : text.replace(pair, pair.substring(1));
    }

    List<String> texts(int row) {
        List<String> texts = new ArrayList<>(width(row));
        for (int column = 0; column < width(row); column++) {
            texts.add(text(row, column));
        }
        return texts;
    }
}
