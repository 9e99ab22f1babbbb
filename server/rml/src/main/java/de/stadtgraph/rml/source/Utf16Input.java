package de.stadtgraph.rml.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// UTF-16 read as UTF-8. A unit that is no character becomes the byte 0xFF, which makes its record invalid.
/// Not thread-safe.
final class Utf16Input extends InputStream {
    private final InputStream input;
    private final boolean big;
    private byte[] ready = new byte[0];
    private int at;
    private int pushedBack = -1;

    Utf16Input(InputStream input, Charset charset) {
        this.input = input;
        this.big = charset.equals(StandardCharsets.UTF_16BE);
    }

    @Override
    public int read() throws IOException {
        if (at == ready.length && !fill()) {
            return -1;
        }
        return ready[at++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int octet = read();
            if (octet < 0) {
                break;
            }
            into[from + count++] = (byte) octet;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    private boolean fill() throws IOException {
        int unit = unit();
        if (unit < 0) {
            return false;
        }
        at = 0;
        ready = encode(unit);
        return true;
    }

    private byte[] encode(int unit) throws IOException {
        char first = (char) unit;
        if (!Character.isSurrogate(first)) {
            return unit > 0xFFFF ? broken() : String.valueOf(first).getBytes(StandardCharsets.UTF_8);
        }
        int second = unit();
        if (Character.isHighSurrogate(first) && second >= 0 && Character.isLowSurrogate((char) second)) {
            return new String(new char[] {first, (char) second}).getBytes(StandardCharsets.UTF_8);
        }
        pushedBack = second;
        return broken();
    }

    private static byte[] broken() {
        return new byte[] {(byte) 0xFF};
    }

    /// The next unit, -1 at the end, above 0xFFFF where the file ends inside a unit.
    private int unit() throws IOException {
        if (pushedBack >= 0) {
            int unit = pushedBack;
            pushedBack = -1;
            return unit;
        }
        int first = input.read();
        if (first < 0) {
            return -1;
        }
        int second = input.read();
        if (second < 0) {
            return 0x10000;
        }
        return big ? first << 8 | second : second << 8 | first;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
