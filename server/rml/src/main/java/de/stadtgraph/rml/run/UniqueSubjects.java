package de.stadtgraph.rml.run;

import de.stadtgraph.rml.plan.ScanPlan;
import de.stadtgraph.rml.source.ReadOutcome;
import de.stadtgraph.rml.source.RecordBatch;
import de.stadtgraph.rml.source.RecordSource;
import de.stadtgraph.rml.term.Digest128;
import de.stadtgraph.rml.term.Lines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads a source beforehand and proves for its triples maps that no two records have the same subject, by 64 bits of
/// each subject: bits that are equal by chance only spoil the proof. At most 8 million subjects are looked at.
final class UniqueSubjects {
    private static final int MOST = 8_000_000;

    private final ScanPlan plan;
    private final Digest128 digest;
    private final Workers workers;
    private final Map<Integer, Bits> open = new TreeMap<>();

    UniqueSubjects(ScanPlan plan, Digest128 digest, Workers workers) {
        this.plan = plan;
        this.digest = digest;
        this.workers = workers;
        plan.gainers().forEach(map -> open.put(map, new Bits()));
    }

    /// The numbers of those triples maps.
    Set<Integer> prove() throws IOException {
        try (RecordSource source = plan.open()) {
            workers.run(source::nextBatch, this::subjects, (_, found) -> {
                open.entrySet().removeIf(map -> !map.getValue().addAll(found.get(map.getKey())));
                return !open.isEmpty();
            });
        }
        return Set.copyOf(open.keySet());
    }

    /// The bits of a batch's subjects by triples map.
    private Map<Integer, List<Long>> subjects(RecordBatch batch) throws IOException {
        Map<Integer, List<Long>> found = new HashMap<>();
        List<Integer> maps = plan.gainers();
        maps.forEach(map -> found.put(map, new ArrayList<>()));
        ScanPlan.Evaluator evaluator = plan.evaluator();
        var subject = new Lines();
        Optional<ReadOutcome> next = batch.next();
        while (next.isPresent()) {
            if (next.get() instanceof ReadOutcome.Read read) {
                for (int map : maps) {
                    List<Long> bits = found.get(map);
                    if (bits != null && !evaluator.subject(map, read, subject)) {
                        found.remove(map);
                    } else if (bits != null && subject.length() > 0) {
                        bits.add(digest.low(subject.bytes(), 0, subject.length()));
                    }
                }
            }
            next = batch.next();
        }
        return found;
    }

    /// A set of 64 bits each. Not thread-safe.
    private static final class Bits {
        private long[] table = new long[1 << 12];
        private int size;

        /// False if one of them is there already, or there are too many.
        boolean addAll(@org.jspecify.annotations.Nullable List<Long> all) {
            if (all == null || size + all.size() > MOST) {
                return false;
            }
            for (long bits : all) {
                if (!add(bits | 1)) {
                    return false;
                }
            }
            return true;
        }

        private boolean add(long bits) {
            int mask = table.length - 1;
            int at = (int) (bits >>> 1) & mask;
            while (table[at] != 0) {
                if (table[at] == bits) {
                    return false;
                }
                at = at + 1 & mask;
            }
            table[at] = bits;
            size++;
            if (size * 2 > table.length) {
                grow();
            }
            return true;
        }

        private void grow() {
            long[] old = table;
            table = new long[old.length * 2];
            size = 0;
            Arrays.stream(old).filter(bits -> bits != 0).forEach(this::add);
        }
    }
}
