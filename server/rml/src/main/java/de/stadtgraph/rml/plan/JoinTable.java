package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.term.Digest128;
import de.stadtgraph.rml.term.Lines;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/// A hash table from keys to pieces of bytes in the order in which they came. Keys are kept as 128 bits.
///
/// Its memory comes from a [Room], which gives files when the heap's share is used up. Filled by one thread; then
/// read by any.
final class JoinTable {
    /// Longs of a chunk.
    private static final long CHUNK = 1 << 17;
    /// Longs before a piece's bytes: the next piece of the same key, then the length.
    private static final int HEAD = 2;
    /// Digest (2), first piece, last piece.
    private static final int SLOT = 4;

    private final Digest128 digest = new Digest128();
    private final List<Chunk> chunks = new ArrayList<>();
    private Room room = count -> Longs.onHeap((int) count);
    private Longs slots = room.longs(SLOT * 16L);
    private long keys;
    private long end = CHUNK;

    /// The same memory in two ways: heads of pieces are read as longs, which costs little even before the program is
    /// compiled.
    private record Chunk(Longs longs, MemorySegment bytes) {}

    /// What comes from now on lies there.
    void moveTo(Room other) {
        room = other;
    }

    /// Adds a piece.
    ///
    /// @param distinct whether a piece that equals the last one of its key is left out
    void add(byte[] key, byte[] piece, boolean distinct) {
        long high = digest.high(key, 0, key.length) | 1;
        long low = digest.low(key, 0, key.length);
        long slot = slot(slots, high, low);
        long last = slots.get(slot + 3);
        if (distinct && last != 0 && isEqual(last, piece)) {
            return;
        }
        long place = write(piece);
        if (last == 0) {
            slots.set(slot, high);
            slots.set(slot + 1, low);
            slots.set(slot + 2, place);
            keys++;
        } else {
            chunk(last).longs().set(index(last), place);
        }
        slots.set(slot + 3, place);
        if (keys * 3 > slotCount(slots) * 2) {
            grow();
        }
    }

    /// The pieces of a key.
    List<byte[]> pieces(byte[] key) {
        List<byte[]> pieces = new ArrayList<>(2);
        for (long at = first(key, 0, key.length); at != 0; at = next(at)) {
            pieces.add(piece(at));
        }
        return pieces;
    }

    /// The number of pieces from a place on.
    long count(long place) {
        long count = 0;
        for (long at = place; at != 0; at = next(at)) {
            count++;
        }
        return count;
    }

    /// Whether there are more pieces from a place on.
    boolean isLongerThan(int count, long place) {
        int more = 0;
        for (long at = place; at != 0 && more <= count; at = next(at)) {
            more++;
        }
        return more > count;
    }

    /// The place of a key's first piece, or 0.
    long first(byte[] bytes, int start, int end) {
        long slot = slot(slots, digest.high(bytes, start, end) | 1, digest.low(bytes, start, end));
        return slots.get(slot + 2);
    }

    /// The place of the next piece of the same key, or 0.
    long next(long place) {
        return chunk(place).longs().get(index(place));
    }

    /// Appends a piece without its first bytes.
    void append(long place, int skipped, Lines lines) {
        lines.add(chunk(place).bytes(), start(place) + skipped, length(place) - skipped);
    }

    private boolean isEqual(long place, byte[] piece) {
        int length = length(place);
        long start = start(place);
        return length == piece.length
                && MemorySegment.mismatch(
                                chunk(place).bytes(), start, start + length, MemorySegment.ofArray(piece), 0, length)
                        < 0;
    }

    private static long slotCount(Longs slots) {
        return slots.size() / SLOT;
    }

    /// Index of the first long of the slot that holds the digest, or of the free one where it belongs.
    private static long slot(Longs slots, long high, long low) {
        long mask = slotCount(slots) - 1;
        long at = low & mask;
        while (true) {
            long there = slots.get(at * SLOT);
            if (there == 0 || (there == high && slots.get(at * SLOT + 1) == low)) {
                return at * SLOT;
            }
            at = at + 1 & mask;
        }
    }

    private void grow() {
        Longs larger = room.longs(slotCount(slots) * SLOT * 4);
        for (long i = 0; i < slotCount(slots); i++) {
            long high = slots.get(i * SLOT);
            if (high != 0) {
                long to = slot(larger, high, slots.get(i * SLOT + 1));
                for (int j = 0; j < SLOT; j++) {
                    larger.set(to + j, slots.get(i * SLOT + j));
                }
            }
        }
        slots = larger;
    }

    /// Writes a piece and gives its place: the number of its chunk, from 1, and the index in it.
    private long write(byte[] piece) {
        long size = HEAD + (piece.length + Long.BYTES - 1L) / Long.BYTES;
        if (end + size > CHUNK) {
            Longs longs = room.longs(Math.max(CHUNK, size));
            chunks.add(new Chunk(longs, longs.bytes()));
            end = 0;
        }
        long place = (long) chunks.size() << Integer.SIZE | end;
        Chunk chunk = chunk(place);
        chunk.longs().set(end + 1, piece.length);
        MemorySegment.copy(piece, 0, chunk.bytes(), ValueLayout.JAVA_BYTE, start(place), piece.length);
        end += size;
        return place;
    }

    private Chunk chunk(long place) {
        return chunks.get((int) (place >>> Integer.SIZE) - 1);
    }

    private static long index(long place) {
        return place & 0xFFFF_FFFFL;
    }

    /// Where the bytes of a piece begin in its chunk.
    private static long start(long place) {
        return (index(place) + HEAD) * Long.BYTES;
    }

    private int length(long place) {
        return (int) chunk(place).longs().get(index(place) + 1);
    }

    private byte[] piece(long place) {
        byte[] piece = new byte[length(place)];
        MemorySegment.copy(chunk(place).bytes(), ValueLayout.JAVA_BYTE, start(place), piece, 0, piece.length);
        return piece;
    }
}
