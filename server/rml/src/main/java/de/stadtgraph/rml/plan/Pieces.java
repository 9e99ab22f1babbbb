package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.term.Lines;
import java.util.Arrays;

/// A template as bytes: a text before each slot and one behind the last. Immutable by convention.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Pieces(byte[][] texts, int[] slots) {
    /// A slot alone.
    static Pieces of(int slot) {
        return new Pieces(new byte[][] {new byte[0], new byte[0]}, new int[] {slot});
    }

    boolean isOneSlot() {
        return slots.length == 1 && texts[0].length == 0 && texts[1].length == 0;
    }

    /// What stands behind the last slot.
    byte[] last() {
        return texts[slots.length];
    }

    /// The texts as they stand in a literal.
    Pieces escaped() {
        byte[][] escaped = new byte[texts.length][];
        for (int i = 0; i < texts.length; i++) {
            var lines = new Lines(texts[i].length);
            lines.addEscaped(texts[i], 0, texts[i].length);
            escaped[i] = Arrays.copyOf(lines.bytes(), lines.length());
        }
        return new Pieces(escaped, slots);
    }

    /// With more bytes at both ends.
    Pieces between(byte[] before, byte[] behind) {
        byte[][] framed = texts.clone();
        framed[0] = WriterCompiler.joined(before, framed[0]);
        framed[slots.length] = WriterCompiler.joined(framed[slots.length], behind);
        return new Pieces(framed, slots);
    }
}
