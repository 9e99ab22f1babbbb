package de.stadtgraph.rml.plan;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/// Many longs, all zero at first: in an array, or in a mapped file. Not thread-safe while it is written.
///
/// An array is asked without a memory segment in between: that is many times faster as long as the program is young and
/// not yet compiled.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Longs(long @Nullable [] array, @Nullable MemorySegment file) {
    /// Longs on the heap.
    public static Longs onHeap(int count) {
        return new Longs(new long[count], null);
    }

    /// Longs in a mapped file.
    public static Longs in(MemorySegment file) {
        return new Longs(null, file);
    }

    public boolean isOnHeap() {
        return array != null;
    }

    public long size() {
        return array != null ? array.length : file == null ? 0 : file.byteSize() / Long.BYTES;
    }

    public long get(long index) {
        if (array != null) {
            return array[(int) index];
        }
        return file == null ? 0 : file.getAtIndex(ValueLayout.JAVA_LONG, index);
    }

    public void set(long index, long value) {
        if (array != null) {
            array[(int) index] = value;
        } else if (file != null) {
            file.setAtIndex(ValueLayout.JAVA_LONG, index, value);
        }
    }

    /// The same memory, for pieces of bytes.
    public MemorySegment bytes() {
        return array != null ? MemorySegment.ofArray(array) : file == null ? MemorySegment.NULL : file;
    }
}
