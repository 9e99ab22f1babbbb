package de.stadtgraph.rml.source;

import java.nio.charset.StandardCharsets;

/// The values of one record by slot, as UTF-8, without an object each. Reused from record to record; not thread-safe.
public final class Cells {
    private final byte[][] bytes;
    private final int[] from;
    private final int[] to;
    private final Value.Kind[] kinds;

    public Cells(int slots) {
        this.bytes = new byte[slots][];
        this.from = new int[slots];
        this.to = new int[slots];
        this.kinds = new Value.Kind[slots];
    }

    public int slots() {
        return from.length;
    }

    /// The slot has no value.
    public void clear(int slot) {
        from[slot] = -1;
    }

    void set(int slot, byte[] source, int start, int end) {
        bytes[slot] = source;
        from[slot] = start;
        to[slot] = end;
        kinds[slot] = Value.Kind.TEXT;
    }

    void kind(int slot, Value.Kind kind) {
        kinds[slot] = kind;
    }

    /// A value of no particular kind.
    public void set(int slot, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        set(slot, utf8, 0, utf8.length);
    }

    /// A value.
    public void set(int slot, Value value) {
        set(slot, value.text());
        kinds[slot] = value.kind();
    }

    public boolean has(int slot) {
        return from[slot] >= 0;
    }

    public byte[] bytes(int slot) {
        return bytes[slot];
    }

    public int from(int slot) {
        return from[slot];
    }

    public int to(int slot) {
        return to[slot];
    }

    public Value.Kind kind(int slot) {
        return kinds[slot];
    }

    public String text(int slot) {
        return new String(bytes[slot], from[slot], to[slot] - from[slot], StandardCharsets.UTF_8);
    }
}
