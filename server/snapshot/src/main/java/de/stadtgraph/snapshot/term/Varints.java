package de.stadtgraph.snapshot.term;

import de.stadtgraph.snapshot.file.Layout;
import java.lang.foreign.MemorySegment;

/// Numbers of 7 bits a byte, the lowest first. Stateless.
final class Varints {
    private Varints() {}

    static long read(MemorySegment bytes, long offset) {
        long value = 0;
        int shift = 0;
        long at = offset;
        while (true) {
            byte group = bytes.get(Layout.BYTE, at++);
            value |= (group & 0x7FL) << shift;
            if (group >= 0) {
                return value;
            }
            shift += 7;
        }
    }

    /// Bytes that a number takes.
    static int length(long value) {
        return Math.max(1, (70 - Long.numberOfLeadingZeros(value)) / 7);
    }
}
