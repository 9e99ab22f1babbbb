package de.stadtgraph.rml.run;

import de.stadtgraph.rml.plan.Longs;
import de.stadtgraph.rml.term.Digest128;
import java.util.HashSet;
import java.util.Set;

/// What the records of a run have joined: of k records with the same subject and key that meet k others, only the
/// first writes, and there are k lines instead of k².
///
/// A batch relies only on itself and on batches before it, so the lines that remain are the same in every order of the
/// threads: at worst a few batches under way write the same, and the later ones' lines are found to be repeats.
/// Thread-safe.
final class JoinsWritten {
    /// Digest (2), and the first batch that wrote it.
    private static final int SLOT = 3;

    private final Digest128 digest;
    private final Memory memory;
    private Longs table;
    private long size;

    JoinsWritten(Digest128 digest, Memory memory) {
        this.digest = digest;
        this.memory = memory;
        this.table = memory.longs(SLOT * 64L);
    }

    /// Notes the joins of a batch, whose number is higher than those of the batches before it.
    Batch batch(long number) {
        return new Batch(number);
    }

    /// They are not needed any longer.
    synchronized void free() {
        memory.free(table);
    }

    private synchronized boolean isWritten(Bits join, long batch) {
        long slot = slot(table, join.high(), join.low());
        return table.get(slot) != 0 && table.get(slot + 2) <= batch;
    }

    private synchronized void note(Bits join, long batch) {
        long slot = slot(table, join.high(), join.low());
        if (table.get(slot) == 0) {
            set(table, slot, join, batch);
            if (++size * 3 > slots(table) * 2) {
                grow();
            }
        } else if (batch < table.get(slot + 2)) {
            table.set(slot + 2, batch);
        }
    }

    private static void set(Longs table, long slot, Bits join, long batch) {
        table.set(slot, join.high());
        table.set(slot + 1, join.low());
        table.set(slot + 2, batch);
    }

    private static long slots(Longs table) {
        return table.size() / SLOT;
    }

    /// Index of the slot that holds the join, or of the free one where it belongs.
    private static long slot(Longs table, long high, long low) {
        long mask = slots(table) - 1;
        long at = low & mask;
        while (true) {
            long there = table.get(at * SLOT);
            if (there == 0 || (there == high && table.get(at * SLOT + 1) == low)) {
                return at * SLOT;
            }
            at = at + 1 & mask;
        }
    }

    private void grow() {
        Longs larger = memory.longs(slots(table) * SLOT * 2);
        for (long i = 0; i < slots(table); i++) {
            long from = i * SLOT;
            if (table.get(from) != 0) {
                var join = new Bits(table.get(from), table.get(from + 1));
                set(larger, slot(larger, join.high(), join.low()), join, table.get(from + 2));
            }
        }
        memory.free(table);
        table = larger;
    }

    private record Bits(long high, long low) {}

    /// The joins of one batch. Not thread-safe.
    final class Batch {
        private final long number;
        private final Set<Bits> ofRecord = new HashSet<>();

        private Batch(long number) {
            this.number = number;
        }

        /// Whether the join is written already; if not, it is expected to be written now.
        boolean isWritten(byte[] bytes, int start, int end) {
            var join = new Bits(digest.high(bytes, start, end) | 1, digest.low(bytes, start, end));
            return JoinsWritten.this.isWritten(join, number) || !ofRecord.add(join);
        }

        /// The record is done.
        ///
        /// @param counts whether its lines remain
        void end(boolean counts) {
            if (!ofRecord.isEmpty()) {
                if (counts) {
                    ofRecord.forEach(join -> note(join, number));
                }
                ofRecord.clear();
            }
        }
    }
}
