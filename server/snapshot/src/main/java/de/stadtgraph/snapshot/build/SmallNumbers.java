package de.stadtgraph.snapshot.build;

import java.util.Arrays;

/// Numbers from 0 on for those few terms that stand in one role. One thread.
final class SmallNumbers {
    private final int capacity;
    private final int mask;
    private final int[] slots;
    private final int[] terms;
    private int size;

    /// @param capacity how many there can be, a power of 2
    SmallNumbers(int capacity) {
        this.capacity = capacity;
        this.mask = 4 * capacity - 1;
        this.slots = new int[4 * capacity];
        this.terms = new int[capacity];
    }

    int size() {
        return size;
    }

    boolean hasRoom() {
        return size < capacity;
    }

    int number(int term) {
        int slot = ((term * 0x9E3779B9) >>> 8) & mask;
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (terms[number] == term) {
                return number;
            }
            slot = (slot + 1) & mask;
        }
        terms[size] = term;
        slots[slot] = ++size;
        return size - 1;
    }

    int term(int number) {
        return terms[number];
    }

    void clear() {
        Arrays.fill(slots, 0);
        size = 0;
    }
}
