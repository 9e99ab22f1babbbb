package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Cuts bytes of UTF-8 into rows and cells (RFC 4180; CR, LF or CRLF ends a row; a quote counts at a cell's start).
///
/// Works on blocks of bytes, where cells stay as they are. Empty lines are no rows. A row of more than 16 MB is left
/// behind as too large. Not thread-safe.
final class CsvScanner {
    private static final int BLOCK = 1 << 14;
    private static final int MOST = RecordSource.MOST_RECORD_BYTES;

    private final InputStream input;
    private final byte quote;
    private final byte delimiter;
    private final boolean quoting;
    private byte[] buffer = new byte[BLOCK];
    private int at;
    private int end;
    private boolean ended;
    private long line = 1;
    private CellBlock block;
    private @Nullable RecordFault fault;

    CsvScanner(InputStream input, Dialect dialect) {
        this.input = input;
        this.quote = (byte) dialect.quote();
        this.quoting = dialect.quote() != 0;
        this.delimiter = (byte) dialect.delimiter();
        this.block = new CellBlock(buffer, (char) quote);
    }

    /// Skips physical lines.
    void skipLines(int count) throws IOException {
        for (int skipped = 0; skipped < count; ) {
            if (at == end && !refill(at)) {
                return;
            }
            byte octet = buffer[at++];
            if (octet == '\n' || octet == '\r') {
                if (octet == '\r' && (at < end || refill(at)) && buffer[at] == '\n') {
                    at++;
                }
                line++;
                skipped++;
            }
        }
    }

    /// The next rows, at least one; empty at the end of the file. An earlier block is not touched again.
    ///
    /// @param most rows
    Optional<CellBlock> next(int most) throws IOException {
        if (at > 0 || buffer.length > BLOCK) {
            renew();
        }
        block = new CellBlock(buffer, (char) quote);
        while (block.rows() < most) {
            if (!skipBlankLines()) {
                break;
            }
            int start = at;
            if (!row()) {
                at = start;
                if (block.rows() > 0) {
                    break;
                }
                if (end - start > MOST) {
                    return Optional.of(leaveBehind());
                }
                grow(start);
            }
        }
        return block.rows() == 0 ? Optional.empty() : Optional.of(block);
    }

    /// A buffer of its own for the next block; what is not yet cut comes with it.
    private void renew() throws IOException {
        byte[] fresh = new byte[Math.max(BLOCK, end - at)];
        System.arraycopy(buffer, at, fresh, 0, end - at);
        end -= at;
        at = 0;
        buffer = fresh;
        fill();
    }

    private void fill() throws IOException {
        while (!ended && end < buffer.length) {
            int count = input.read(buffer, end, buffer.length - end);
            ended = count < 0;
            end += Math.max(0, count);
        }
    }

    /// More bytes behind the position; false at the end of the file.
    private boolean refill(int position) throws IOException {
        if (position == end && end == buffer.length) {
            at = 0;
            end = 0;
        }
        fill();
        return at < end;
    }

    /// A row is longer than the buffer: makes room for it.
    private void grow(int start) throws IOException {
        byte[] larger = new byte[Math.max(BLOCK, (end - start) * 2)];
        System.arraycopy(buffer, start, larger, 0, end - start);
        end -= start;
        at = 0;
        buffer = larger;
        block = new CellBlock(buffer, (char) quote);
        fill();
    }

    private boolean skipBlankLines() throws IOException {
        while (at < end || (block.rows() == 0 && refill(at))) {
            if (buffer[at] != '\n' && buffer[at] != '\r') {
                return !isEndMark();
            }
            if (buffer[at] == '\n' || at + 1 == end || buffer[at + 1] != '\n') {
                line++;
            }
            at++;
        }
        return false;
    }

    /// Whether nothing follows but the end mark of old systems (0x1A, zero bytes).
    private boolean isEndMark() {
        if (!ended || (buffer[at] != 0x1A && buffer[at] != 0)) {
            return false;
        }
        for (int i = at; i < end; i++) {
            if (buffer[i] != 0x1A && buffer[i] != 0) {
                return false;
            }
        }
        at = end;
        return true;
    }

    /// Cuts one row; false if its end is not in the buffer.
    private boolean row() {
        int first = block.cells();
        long began = line;
        fault = null;
        while (true) {
            boolean whole = (quoting && at < end && buffer[at] == quote) ? quoted() : plain();
            if (!whole) {
                block.dropCells(first);
                line = began;
                return false;
            }
            if (at == end) {
                break;
            }
            byte ending = buffer[at++];
            if (ending != delimiter) {
                if (ending == '\r' && at < end && buffer[at] == '\n') {
                    at++;
                }
                line++;
                break;
            }
        }
        block.addRow(first, began, fault);
        return true;
    }

    /// A cell without quotes; stops at what ends it. False if that is not in the buffer.
    private boolean plain() {
        int start = at;
        byte[] bytes = buffer;
        byte separator = delimiter;
        int i = start;
        while (i < end && bytes[i] != separator && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        at = i;
        block.addCell(start, i);
        return isEnding();
    }

    /// Whether the end of a cell is seen: after a CR the next byte, too.
    private boolean isEnding() {
        return ended || at + 1 < end || (at < end && buffer[at] != '\r');
    }

    /// A quoted cell.
    private boolean quoted() {
        int start = at + 1;
        boolean doubled = false;
        int i = start;
        while (true) {
            while (i < end && buffer[i] != quote) {
                line += buffer[i] == '\n' || isLoneReturn(i) ? 1 : 0;
                i++;
            }
            if (i == end) {
                at = end;
                fault = RecordFault.BROKEN_RECORD;
                block.addCell(start, end);
                return ended;
            }
            if (i + 1 == end && !ended) {
                return false;
            }
            if (i + 1 < end && buffer[i + 1] == quote) {
                doubled = true;
                i += 2;
                continue;
            }
            break;
        }
        at = i + 1;
        if (doubled) {
            block.addEscapedCell(start, i);
        } else {
            block.addCell(start, i);
        }
        return afterQuote();
    }

    /// Whether a CR ends a line by itself; one whose next byte is not yet here does so only at the end of the file.
    private boolean isLoneReturn(int position) {
        return buffer[position] == '\r' && (position + 1 == end || buffer[position + 1] != '\n');
    }

    /// Behind a closing quote only blanks may stand before the delimiter.
    private boolean afterQuote() {
        while (at < end && (buffer[at] == ' ' || (buffer[at] == '\t' && delimiter != '\t'))) {
            at++;
        }
        if (at < end && buffer[at] != delimiter && buffer[at] != '\n' && buffer[at] != '\r') {
            fault = RecordFault.BROKEN_RECORD;
            while (at < end && buffer[at] != delimiter && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
        }
        return isEnding();
    }

    /// Passes over a row of more than 16 MB.
    private CellBlock leaveBehind() throws IOException {
        long began = line;
        boolean inside = false;
        boolean open = true;
        while (open && (at < end || refillAll())) {
            byte octet = buffer[at++];
            inside ^= quoting && octet == quote;
            boolean lineEnd = octet == '\n' || octet == '\r';
            line += octet == '\n' ? 1 : 0;
            open = !lineEnd || inside;
        }
        var alone = new CellBlock(new byte[0], (char) quote);
        alone.addRow(0, began, RecordFault.TOO_LARGE);
        return alone;
    }

    private boolean refillAll() throws IOException {
        at = 0;
        end = 0;
        fill();
        return end > 0;
    }
}
