package de.stadtgraph.snapshot.build;

import de.stadtgraph.snapshot.term.KeyBuffer;
import de.stadtgraph.snapshot.term.TermId;
import java.util.Arrays;

/// The different terms of a chunk, numbered as they come. It is full when its share of
/// the memory is used up. One thread.
final class TermTable {
    /// Bytes a term takes beside its key, here and while it is sorted.
    static final int OVERHEAD = 48;

    private static final int FIRST = 1024;

    private final int capacity;
    private final int keyCapacity;
    private int mask = 2 * FIRST - 1;
    private int[] slots = new int[2 * FIRST];
    private int[] hashes = new int[FIRST];
    private byte[] tags = new byte[FIRST];
    private long[] values = new long[FIRST];
    private byte[] keys = new byte[64 * FIRST];
    private int used;
    private int size;

    /// @param capacity number of terms, at least 8
    /// @param keyCapacity bytes for their keys
    TermTable(int capacity, int keyCapacity) {
        this.capacity = capacity;
        this.keyCapacity = keyCapacity;
    }

    int size() {
        return size;
    }

    /// Whether three terms and a graph of usual size still fit.
    boolean hasRoom() {
        return size + 4 <= capacity && used < keyCapacity;
    }

    void clear() {
        Arrays.fill(slots, 0);
        size = 0;
        used = 0;
    }

    /// The number of a term with a key.
    int number(KeyBuffer key) {
        int hash = hash(key.bytes(), key.length()) * 31 + key.tag();
        int slot = spread(hash);
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (hashes[number] == hash && tags[number] == key.tag() && isKey(number, key)) {
                return number;
            }
            slot = (slot + 1) & mask;
        }
        reserve(key.length());
        System.arraycopy(key.bytes(), 0, keys, used, key.length());
        long stretch = ((long) key.length() << 32) | used;
        used += key.length();
        return add(slot, hash, key.tag(), stretch);
    }

    /// The number of an inlined literal.
    int number(long id) {
        int hash = Long.hashCode(id * 0x9E3779B97F4A7C15L);
        int tag = TermId.tag(id);
        int slot = spread(hash);
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (values[number] == id && tags[number] == tag) {
                return number;
            }
            slot = (slot + 1) & mask;
        }
        return add(slot, hash, tag, id);
    }

    private int add(int slot, int hash, int tag, long value) {
        hashes[size] = hash;
        tags[size] = (byte) tag;
        values[size] = value;
        slots[slot] = ++size;
        if (size == values.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        int larger = 2 * values.length;
        hashes = Arrays.copyOf(hashes, larger);
        tags = Arrays.copyOf(tags, larger);
        values = Arrays.copyOf(values, larger);
        slots = new int[2 * larger];
        mask = 2 * larger - 1;
        for (int number = 0; number < size; number++) {
            int slot = spread(hashes[number]);
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number + 1;
        }
    }

    private boolean isKey(int number, KeyBuffer key) {
        int at = (int) values[number];
        int length = (int) (values[number] >>> 32);
        return length == key.length() && Arrays.equals(keys, at, at + length, key.bytes(), 0, length);
    }

    /// A single key may be larger than what was planned for all.
    private void reserve(int length) {
        if (keys.length - used < length) {
            keys = Arrays.copyOf(keys, Math.addExact(keys.length, Math.max(length, keys.length >>> 1)));
        }
    }

    private int spread(int hash) {
        return (((hash * 0x9E3779B9) >>> 7) ^ hash) & mask;
    }

    private static int hash(byte[] bytes, int length) {
        long hash = length;
        int i = 0;
        for (; i + 8 <= length; i += 8) {
            long word = (long) Words.LONG.get(bytes, i);
            hash = (hash ^ word) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        for (; i < length; i++) {
            hash = (hash ^ bytes[i]) * 0x100000001B3L;
        }
        hash *= 0x9E3779B97F4A7C15L;
        return (int) ((hash >>> 32) ^ hash);
    }

    int tag(int number) {
        return tags[number];
    }

    /// The id of an inlined literal, or length and offset of a key.
    long value(int number) {
        return values[number];
    }

    byte[] keys() {
        return keys;
    }
}
