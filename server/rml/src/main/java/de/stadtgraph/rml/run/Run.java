package de.stadtgraph.rml.run;

import de.stadtgraph.rml.plan.Lookup;
import de.stadtgraph.rml.plan.Plan;
import de.stadtgraph.rml.plan.ScanPlan;
import de.stadtgraph.rml.source.BrokenSourceException;
import de.stadtgraph.rml.source.ReadOutcome;
import de.stadtgraph.rml.source.RecordBatch;
import de.stadtgraph.rml.source.RecordSource;
import de.stadtgraph.rml.term.Digest128;
import de.stadtgraph.rml.term.Fault;
import de.stadtgraph.rml.term.Lines;
import de.stadtgraph.rml.term.Quad;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// Runs a plan: fills the lookups, then scans source after source.
///
/// The order of the output is that of the scans, records and rules, whatever the number of threads. Memory: some blocks
/// of records, the lookups, and 24 to 48 bytes a line of those rules for which it is not proven that they never
/// repeat; above the budget lookups and digests lie in mapped files.
public final class Run {
    /// Larger buffers of lines are not kept for the next block.
    private static final int MOST_KEPT = 8 << 20;

    private final Plan plan;
    private final Limits limits;
    private final QuadOutput output;
    private final RunObserver observer;
    private final Tally tally = new Tally();
    private final Digest128 digest = new Digest128();
    private final long[] quadsByMap;
    private final Memory memory;
    private final Workers workers;
    private final Fingerprints written;
    private final Gathering gathering = new Gathering(this::write);
    private final Lines line = new Lines();
    private final Queue<Lines> spare = new ConcurrentLinkedQueue<>();
    private long rejected;
    private @Nullable Path file;

    /// How a plan is run.
    ///
    /// @param threads that evaluate records
    /// @param memoryBytes what may be kept on the heap
    /// @param temporary folder for what is more
    /// @param failFast whether the first data error ends the run
    /// @param mostRejected records that may be rejected
    /// @param digests whether sources are digested
    public record Limits(
            int threads, long memoryBytes, Path temporary, boolean failFast, long mostRejected, boolean digests) {}

    public Run(Plan plan, Limits limits, QuadOutput output, RunObserver observer) {
        this.plan = plan;
        this.limits = limits;
        this.output = output;
        this.observer = observer;
        this.quadsByMap = new long[plan.triplesMaps().size()];
        this.memory = new Memory(limits.memoryBytes(), limits.temporary());
        this.workers = new Workers(limits.threads());
        this.written = new Fingerprints(memory);
    }

    /// Runs to the end. To be called once.
    public RunReport run() throws IOException {
        try (memory;
                workers) {
            for (List<Lookup<?>> together : plan.readings()) {
                file = together.getFirst().file();
                fill(together, memory, workers);
            }
            plan.spare().forEach(lookup -> lookup.fillWhenAsked(asked -> fillAlone(asked, memory)));
            SortedMap<Integer, ScanReport> byNumber = new TreeMap<>();
            for (ScanPlan scan : plan.scans()) {
                file = scan.file();
                byNumber.put(scan.number(), new Scan(this, scan).run());
            }
            List<ScanReport> reports = List.copyOf(byNumber.values());
            gathering.finish();
            output.finish();
            List<Long> quads = new ArrayList<>();
            for (long count : quadsByMap) {
                quads.add(count);
            }
            List<String> names = reports.stream().map(ScanReport::name).toList();
            return new RunReport(reports, quads, tally.findings(names), tally.unmapped());
        } catch (UncheckedIOException wrapped) {
            throw wrapped.getCause() == null ? new IOException(wrapped) : wrapped.getCause();
        }
    }

    /// The file that is or was last read.
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /// Fills lookups of one source: records are taken apart by the workers, and taken in here in their order.
    static void fill(List<Lookup<?>> together, Memory memory, Workers workers) throws IOException {
        together.forEach(lookup -> lookup.moveTo(memory::longs));
        try (RecordSource source = Lookup.open(together)) {
            source.withoutDigest();
            workers.run(
                    () -> source.nextBatch().map(RecordBatch::withoutFields),
                    batch -> offers(together, batch),
                    (_, offers) -> {
                        offers.forEach(Lookup.Offers::store);
                        return true;
                    });
        }
    }

    /// Fills one lookup on the caller's thread.
    static void fillAlone(Lookup<?> lookup, Memory memory) throws IOException {
        try (Workers alone = new Workers(1)) {
            fill(List.of(lookup), memory, alone);
        }
    }

    private static List<Lookup<?>.Offers> offers(List<Lookup<?>> together, RecordBatch batch) throws IOException {
        List<Lookup<?>.Offers> offers = new ArrayList<>();
        together.forEach(lookup -> offers.add(lookup.offers()));
        Optional<ReadOutcome> next = batch.next();
        while (next.isPresent()) {
            if (next.get() instanceof ReadOutcome.Read read) {
                offers.forEach(one -> one.take(read.record(), read.number()));
            }
            next = batch.next();
        }
        return offers;
    }

    private void write(int triplesMap, Quad quad) throws IOException {
        line.cut(0);
        line.add(quad);
        byte[] bytes = line.bytes();
        if (written.add(digest.high(bytes, 0, line.length()), digest.low(bytes, 0, line.length()))) {
            output.lines(bytes, 0, line.length());
            quadsByMap[triplesMap]++;
        }
    }

    Gathering gathering() {
        return gathering;
    }

    Workers workers() {
        return workers;
    }

    /// Whether the digests of the sources are reported.
    boolean digestsSources() {
        return limits.digests();
    }

    Digest128 digest() {
        return digest;
    }

    Memory memory() {
        return memory;
    }

    Fingerprints newSet() {
        return new Fingerprints(memory);
    }

    /// @param joins of the batch
    /// @param unique triples maps of which the subjects shall come once only
    BatchResult newResult(JoinsWritten.Batch joins, Collection<Integer> unique) {
        Lines used = spare.poll();
        return new BatchResult(
                used == null ? new Lines() : used,
                new LineMarks(digest, quadsByMap.length),
                joins,
                new SubjectBits(digest, unique, quadsByMap.length),
                observer.wantsLineage());
    }

    /// The result is taken over: another one may use its memory.
    void giveBack(BatchResult result) {
        Lines lines = result.lines();
        if (lines.bytes().length <= MOST_KEPT) {
            lines.cut(0);
            spare.add(lines);
        }
    }

    LineMerge merge(BatchResult result) {
        return new LineMerge(result, output, written, quadsByMap);
    }

    /// For a batch that was written before: its lines are remembered again, now that more of them are compared.
    LineMerge remember(BatchResult result) {
        return new LineMerge(result, new Nowhere(), written, new long[quadsByMap.length]);
    }

    private record Nowhere() implements QuadOutput {
        @Override
        public void lines(byte[] bytes, int from, int to) {}

        @Override
        public void finish() {}
    }

    Tally tally() {
        return tally;
    }

    RunObserver observer() {
        return observer;
    }

    /// Notes a finding; in a run that fails fast it is the end, but for a record without a key (RML-Core: no term).
    void found(Finding finding) throws BrokenSourceException {
        if (limits.failFast() && finding.fault() != Fault.NO_SUBJECT) {
            throw new BrokenSourceException(
                    finding.fault().code(),
                    finding.line(),
                    "record " + finding.record() + " of "
                            + finding.source() + ": " + finding.fault().code()
                            + (finding.field().isEmpty() ? "" : " in " + finding.field()));
        }
        tally.add(finding);
        if (finding.whole() && ++rejected > limits.mostRejected()) {
            throw new BrokenSourceException(
                    "too-many-rejected",
                    finding.line(),
                    "record %d of %s is rejected, too (%s%s): more than %d records"
                            .formatted(
                                    finding.record(),
                                    finding.source(),
                                    finding.fault().code(),
                                    finding.field().isEmpty() ? "" : " in " + finding.field(),
                                    limits.mostRejected()));
        }
    }
}
