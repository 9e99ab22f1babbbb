package de.stadtgraph.rml.run;

import de.stadtgraph.rml.plan.Lookup;
import de.stadtgraph.rml.plan.Plan;
import de.stadtgraph.rml.plan.ScanPlan;
import de.stadtgraph.rml.source.BrokenSourceException;
import de.stadtgraph.rml.source.ReadOutcome;
import de.stadtgraph.rml.source.RecordSource;
import de.stadtgraph.rml.term.Fault;
import de.stadtgraph.rml.term.NquadsFormat;
import de.stadtgraph.rml.term.Quad;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs a plan on one thread: fills the lookups, then scans source after source.
///
/// The order of the output is that of sources, records and rules. Memory: one record, the lookups, and 16 to 32
/// bytes a quad of those rules for which it is not proven that they never repeat.
public final class Run {
    private final Plan plan;
    private final boolean failFast;
    private final QuadOutput output;
    private final RunObserver observer;
    private final Tally tally = new Tally();
    private final Fingerprints written = new Fingerprints();
    private final long[] quadsByMap;
    private final StringBuilder line = new StringBuilder();
    private @Nullable Path file;

    public Run(Plan plan, boolean failFast, QuadOutput output, RunObserver observer) {
        this.plan = plan;
        this.failFast = failFast;
        this.output = output;
        this.observer = observer;
        this.quadsByMap = new long[plan.triplesMaps().size()];
    }

    /// Runs to the end. To be called once.
    public RunReport run() throws IOException {
        for (Lookup<?> lookup : plan.lookups()) {
            fill(lookup);
        }
        List<ScanReport> reports = new ArrayList<>();
        for (ScanPlan scan : plan.scans()) {
            file = scan.file();
            reports.add(new Scan(this, scan, reports.size()).run());
        }
        output.finish();
        List<Long> quads = new ArrayList<>();
        for (long count : quadsByMap) {
            quads.add(count);
        }
        List<String> names = reports.stream().map(ScanReport::name).toList();
        return new RunReport(reports, quads, tally.findings(names), tally.unmapped());
    }

    /// The file that is or was last read.
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    private void fill(Lookup<?> lookup) throws IOException {
        file = lookup.file();
        try (RecordSource source = lookup.open()) {
            Optional<ReadOutcome> next = source.next();
            while (next.isPresent()) {
                if (next.get() instanceof ReadOutcome.Read read) {
                    lookup.take(read.record(), read.number());
                }
                next = source.next();
            }
        }
    }

    Tally tally() {
        return tally;
    }

    RunObserver observer() {
        return observer;
    }

    /// Notes a finding; in a run that fails fast it is the end, but for a record without a key (RML-Core: no term).
    void found(Finding finding) throws BrokenSourceException {
        if (failFast && finding.fault() != Fault.NO_SUBJECT) {
            throw new BrokenSourceException(
                    finding.fault().code(),
                    finding.line(),
                    "record " + finding.record() + " of "
                            + finding.source() + ": " + finding.fault().code()
                            + (finding.field().isEmpty() ? "" : " in " + finding.field()));
        }
        tally.add(finding);
    }

    /// Writes what a record made, but for what another record has made already.
    void write(RecordResult result) throws IOException {
        for (Map.Entry<Quad, RecordResult.Made> made : result.quads().entrySet()) {
            if (!made.getValue().mayRepeat() || isNew(made.getKey())) {
                output.quad(made.getKey());
                quadsByMap[made.getValue().triplesMap()]++;
            }
        }
    }

    private boolean isNew(Quad quad) throws BrokenSourceException {
        line.setLength(0);
        NquadsFormat.append(line, quad);
        try {
            return written.add(line);
        } catch (Fingerprints.SetTooLargeException full) {
            throw new BrokenSourceException(
                    "too-many-quads",
                    -1,
                    "more than 30 million quads may repeat: declare the view's primary key (rml:PrimaryKeyAnnotation)");
        }
    }
}
