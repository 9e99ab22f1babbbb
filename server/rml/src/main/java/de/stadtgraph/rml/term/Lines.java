package de.stadtgraph.rml.term;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Lines of canonical N-Quads being written, as bytes of UTF-8. Not thread-safe.
///
/// The same bytes as [NquadsFormat] and [PercentEncoding] make of strings; a test compares them.
public final class Lines {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final boolean[] UNRESERVED = table("-._~", true);
    private static final boolean[] PLAIN = plain();

    private byte[] bytes;
    private int length;

    public Lines() {
        this(1 << 16);
    }

    /// @param room how many bytes are expected
    public Lines(int room) {
        this.bytes = new byte[room];
    }

    private static boolean[] table(String others, boolean alphanumeric) {
        boolean[] table = new boolean[128];
        for (int c = 0; c < table.length; c++) {
            table[c] = others.indexOf(c) >= 0 || (alphanumeric && Character.isLetterOrDigit(c));
        }
        return table;
    }

    private static boolean[] plain() {
        boolean[] table = new boolean[256];
        for (int c = 0; c < table.length; c++) {
            table[c] = c >= ' ' && c != '"' && c != '\\' && c != 0x7F;
        }
        return table;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /// Takes back what was written after the position.
    public void cut(int position) {
        length = position;
    }

    /// Appends one byte as it is.
    public void add(byte octet) {
        ensure(1);
        bytes[length++] = octet;
    }

    /// Appends a piece of memory as it is.
    public void add(MemorySegment from, long start, int count) {
        ensure(count);
        MemorySegment.copy(from, ValueLayout.JAVA_BYTE, start, bytes, length, count);
        length += count;
    }

    /// Appends bytes as they are.
    public void add(byte[] piece) {
        add(piece, 0, piece.length);
    }

    public void add(byte[] from, int start, int end) {
        int count = end - start;
        ensure(count);
        System.arraycopy(from, start, bytes, length, count);
        length += count;
    }

    /// Appends a copy of what was written before.
    public void repeat(int start, int end) {
        ensure(end - start);
        System.arraycopy(bytes, start, bytes, length, end - start);
        length += end - start;
    }

    /// Appends the quad with its line end.
    public void add(Quad quad) {
        var text = new StringBuilder(128);
        NquadsFormat.append(text, quad);
        add(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Appends the inside of a literal.
    public void addEscaped(byte[] from, int start, int end) {
        ensure((end - start) * 6);
        byte[] out = bytes;
        int at = length;
        for (int i = start; i < end; i++) {
            byte octet = from[i];
            if (PLAIN[octet & 0xFF]) {
                out[at++] = octet;
            } else {
                at = escape(out, at, octet);
            }
        }
        length = at;
    }

    private static int escape(byte[] out, int position, byte octet) {
        int at = position;
        out[at++] = '\\';
        switch (octet) {
            case '"', '\\' -> out[at++] = octet;
            case '\b' -> out[at++] = 'b';
            case '\t' -> out[at++] = 't';
            case '\n' -> out[at++] = 'n';
            case '\f' -> out[at++] = 'f';
            case '\r' -> out[at++] = 'r';
            default -> {
                out[at++] = 'u';
                out[at++] = '0';
                out[at++] = '0';
                out[at++] = HEX[octet >> 4 & 15];
                out[at++] = HEX[octet & 15];
            }
        }
        return at;
    }

    /// Appends a template's value.
    ///
    /// @param keepsUcs whether characters of other scripts stay (`rml:IRI`) or are encoded, too (`rml:URI`)
    public void addEncoded(byte[] from, int start, int end, boolean keepsUcs) {
        ensure((end - start) * 3);
        byte[] out = bytes;
        int at = length;
        for (int i = start; i < end; ) {
            byte octet = from[i];
            int width = octet >= 0 ? 1 : Utf8.width(octet);
            boolean kept = octet >= 0 ? UNRESERVED[octet] : keepsUcs && PercentEncoding.isUcs(Utf8.character(from, i));
            for (int last = Math.min(end, i + width); i < last; i++) {
                if (kept) {
                    out[at++] = from[i];
                } else {
                    out[at++] = '%';
                    out[at++] = HEX[from[i] >> 4 & 15];
                    out[at++] = HEX[from[i] & 15];
                }
            }
        }
        length = at;
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    public boolean isEqual(int start, int end, int otherStart, int otherEnd) {
        return Arrays.equals(bytes, start, end, bytes, otherStart, otherEnd);
    }
}
