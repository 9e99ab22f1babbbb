package de.stadtgraph.rml.run;

import de.stadtgraph.rml.plan.Longs;
import java.util.Collection;
import java.util.Set;
import java.util.TreeMap;

/// Watches while a source is read whether the subjects of some triples maps come once only, by 64 bits of each: bits
/// that are equal by chance only spoil the proof.
///
/// At most 100 million subjects are looked at; what the heap's share cannot hold lies in files. Not thread-safe.
final class UniqueSubjects implements AutoCloseable {
    private static final int MOST = 100_000_000;

    private final TreeMap<Integer, Bits> open = new TreeMap<>();

    /// @param maps numbers of the triples maps
    UniqueSubjects(Collection<Integer> maps, Memory memory) {
        maps.forEach(map -> open.put(map, new Bits(memory)));
    }

    /// The numbers of those triples maps of which no subject has come twice.
    Set<Integer> maps() {
        return Set.copyOf(open.keySet());
    }

    /// Takes the subjects of the next batch; false if one has come before, or there are too many.
    boolean take(SubjectBits subjects) {
        return !open.entrySet().removeIf(map -> !map.getValue().takes(subjects, map.getKey()));
    }

    @Override
    public void close() {
        open.values().forEach(Bits::free);
    }

    /// A set of 64 bits each, in memory of the run.
    private static final class Bits {
        private final Memory memory;
        private Longs table;
        private long size;

        Bits(Memory memory) {
            this.memory = memory;
            this.table = memory.longs(1 << 12);
        }

        /// False if one of them is there already, or there are too many; the memory is given back then.
        boolean takes(SubjectBits subjects, int map) {
            if (addAll(subjects, map)) {
                return true;
            }
            free();
            return false;
        }

        private boolean addAll(SubjectBits subjects, int map) {
            int count = subjects.count(map);
            if (size + count > MOST) {
                return false;
            }
            for (int i = 0; i < count; i++) {
                if (!insert(table, subjects.get(map, i) | 1)) {
                    return false;
                }
                size++;
                if (size * 3 > table.size() * 2) {
                    grow();
                }
            }
            return true;
        }

        private static boolean insert(Longs table, long bits) {
            long mask = table.size() - 1;
            long at = (bits >>> 1) & mask;
            long there = table.get(at);
            while (there != 0) {
                if (there == bits) {
                    return false;
                }
                at = at + 1 & mask;
                there = table.get(at);
            }
            table.set(at, bits);
            return true;
        }

        private void grow() {
            Longs larger = memory.longs(table.size() * 2);
            for (long i = 0; i < table.size(); i++) {
                long bits = table.get(i);
                if (bits != 0) {
                    insert(larger, bits);
                }
            }
            memory.free(table);
            table = larger;
        }

        void free() {
            memory.free(table);
        }
    }
}
