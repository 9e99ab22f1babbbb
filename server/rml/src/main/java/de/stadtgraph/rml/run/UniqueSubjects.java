package de.stadtgraph.rml.run;

import de.stadtgraph.rml.plan.Longs;
import de.stadtgraph.rml.plan.ScanPlan;
import de.stadtgraph.rml.source.ReadOutcome;
import de.stadtgraph.rml.source.RecordBatch;
import de.stadtgraph.rml.source.RecordSource;
import de.stadtgraph.rml.term.Digest128;
import de.stadtgraph.rml.term.Lines;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Reads a source beforehand and proves for its triples maps that no two records have the same subject, by 64 bits of
/// each subject: bits that are equal by chance only spoil the proof. At most 100 million subjects are looked
/// at; what the heap's share cannot hold lies in files.
final class UniqueSubjects {
    private static final int MOST = 100_000_000;

    private final ScanPlan plan;
    private final Digest128 digest;
    private final Workers workers;
    private final Map<Integer, Bits> open = new TreeMap<>();

    UniqueSubjects(ScanPlan plan, Digest128 digest, Workers workers, Memory memory) {
        this.plan = plan;
        this.digest = digest;
        this.workers = workers;
        plan.gainers().forEach(map -> open.put(map, new Bits(memory)));
    }

    /// The numbers of those triples maps.
    Set<Integer> prove() throws IOException {
        try (RecordSource source = plan.open()) {
            source.withoutDigest();
            workers.run(() -> source.nextBatch().map(RecordBatch::withoutFields), this::subjects, (_, found) -> {
                open.entrySet().removeIf(map -> !map.getValue().takes(found.get(map.getKey())));
                return !open.isEmpty();
            });
        }
        open.values().forEach(Bits::free);
        return Set.copyOf(open.keySet());
    }

    /// The bits of a batch's subjects by triples map; a map whose subjects cannot be told is left out.
    private Map<Integer, long[]> subjects(RecordBatch batch) throws IOException {
        Map<Integer, LongStream.Builder> found = new LinkedHashMap<>();
        plan.gainers().forEach(map -> found.put(map, LongStream.builder()));
        ScanPlan.Evaluator evaluator = plan.evaluator();
        var subject = new Lines();
        Optional<ReadOutcome> next = batch.next();
        while (next.isPresent()) {
            if (next.get() instanceof ReadOutcome.Read read) {
                found.entrySet().removeIf(map -> !takes(evaluator, map, read, subject));
            }
            next = batch.next();
        }
        Map<Integer, long[]> bits = new HashMap<>();
        found.forEach((map, builder) -> bits.put(map, builder.build().toArray()));
        return bits;
    }

    private boolean takes(
            ScanPlan.Evaluator evaluator,
            Map.Entry<Integer, LongStream.Builder> map,
            ReadOutcome.Read read,
            Lines subject) {
        if (!evaluator.subject(map.getKey(), read, subject)) {
            return false;
        }
        if (subject.length() > 0) {
            map.getValue().add(digest.low(subject.bytes(), 0, subject.length()));
        }
        return true;
    }

    /// A set of 64 bits each, in memory of the run. Not thread-safe.
    private static final class Bits {
        private final Memory memory;
        private Longs table;
        private long size;

        Bits(Memory memory) {
            this.memory = memory;
            this.table = memory.longs(1 << 12);
        }

        /// False if one of them is there already, or there are too many.
        boolean addAll(long @Nullable [] all) {
            if (all == null || size + all.length > MOST) {
                return false;
            }
            for (long bits : all) {
                if (!insert(table, bits | 1)) {
                    return false;
                }
                size++;
                if (size * 3 > table.size() * 2) {
                    grow();
                }
            }
            return true;
        }

        /// The same; the memory is given back when the proof has failed.
        boolean takes(long @Nullable [] all) {
            if (addAll(all)) {
                return true;
            }
            free();
            return false;
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
