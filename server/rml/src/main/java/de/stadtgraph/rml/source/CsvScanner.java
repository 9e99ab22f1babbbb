package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts bytes into rows and cells (RFC 4180; any of CR, LF, CRLF ends a row; a quote counts at a cell's start).
///
/// Works on bytes, so that an invalid byte spoils its row only. Empty lines are no rows. Not thread-safe.
final class CsvScanner {
    private final ByteReader input;
    private final Charset charset;
    private final Dialect dialect;
    private final RecordBytes row = new RecordBytes();
    private final List<Integer> ends = new ArrayList<>();
    private long line = 1;
    private long rowLine = 1;
    private @Nullable RecordFault fault;
    private List<String> cells = List.of();

    CsvScanner(InputStream input, Charset charset, Dialect dialect) {
        this.input = new ByteReader(input);
        this.charset = charset;
        this.dialect = dialect;
    }

    /// Skips physical lines.
    void skipLines(int count) throws IOException {
        for (int skipped = 0; skipped < count; ) {
            int octet = input.read();
            if (octet < 0) {
                return;
            }
            if (isLineEnd(octet)) {
                skipped++;
            }
        }
    }

    /// Moves to the next row; false at the end of the file.
    boolean next() throws IOException {
        int octet = input.read();
        while (octet >= 0 && isLineEnd(octet)) {
            octet = input.read();
        }
        if (octet < 0) {
            return false;
        }
        row.clear();
        ends.clear();
        fault = null;
        rowLine = line;
        scanRow(octet);
        if (isEndMark()) {
            return false;
        }
        decode();
        return true;
    }

    /// Whether the row is the end mark of old systems (0x1A, zero bytes) and the last one.
    private boolean isEndMark() throws IOException {
        if (ends.size() != 1 || row.length() == 0 || input.peek() >= 0) {
            return false;
        }
        for (int i = 0; i < row.length(); i++) {
            if (row.at(i) != 0x1A && row.at(i) != 0) {
                return false;
            }
        }
        return true;
    }

    long line() {
        return rowLine;
    }

    /// What is wrong with the row, or null.
    @Nullable
    RecordFault fault() {
        return fault;
    }

    List<String> cells() {
        return cells;
    }

    private void scanRow(int first) throws IOException {
        int octet = first;
        while (true) {
            octet = dialect.quote() != 0 && octet == dialect.quote() ? scanQuoted() : scanPlain(octet);
            ends.add(row.length());
            if (octet != dialect.delimiter()) {
                break;
            }
            octet = input.read();
        }
        if (octet >= 0) {
            isLineEnd(octet);
        }
    }

    /// Takes a cell without quotes; gives the byte that ended it.
    private int scanPlain(int first) throws IOException {
        int octet = first;
        while (octet >= 0 && octet != dialect.delimiter() && octet != '\n' && octet != '\r') {
            row.add(octet);
            octet = input.read();
        }
        return octet;
    }

    /// Takes a quoted cell behind its opening quote; gives the byte that ended it.
    private int scanQuoted() throws IOException {
        while (true) {
            int octet = input.read();
            if (octet < 0) {
                fault = RecordFault.BROKEN_RECORD;
                return octet;
            }
            if (octet == dialect.quote()) {
                octet = input.read();
                if (octet != dialect.quote()) {
                    return afterQuote(octet);
                }
            } else if (octet == '\n') {
                line++;
            }
            row.add(octet);
        }
    }

    /// Behind a closing quote only blanks may stand before the delimiter.
    private int afterQuote(int first) throws IOException {
        int octet = first;
        while (octet == ' ' || (octet == '\t' && dialect.delimiter() != '\t')) {
            octet = input.read();
        }
        if (octet < 0 || octet == dialect.delimiter() || octet == '\n' || octet == '\r') {
            return octet;
        }
        fault = RecordFault.BROKEN_RECORD;
        return scanPlain(octet);
    }

    private void decode() {
        if (row.isOverflown()) {
            fault = RecordFault.TOO_LARGE;
        }
        if (fault != null) {
            cells = List.of();
            return;
        }
        List<String> texts = new ArrayList<>(ends.size());
        int from = 0;
        try {
            for (int end : ends) {
                String text = row.text(from, end, charset);
                texts.add(dialect.trim() ? text.strip() : text);
                from = end;
            }
            cells = texts;
        } catch (CharacterCodingException invalid) {
            fault = RecordFault.BAD_ENCODING;
            cells = List.of();
        }
    }

    /// Takes the second half of CRLF and counts the line.
    private boolean isLineEnd(int octet) throws IOException {
        if (octet == '\r') {
            if (input.peek() == '\n') {
                input.read();
            }
        } else if (octet != '\n') {
            return false;
        }
        line++;
        return true;
    }
}
