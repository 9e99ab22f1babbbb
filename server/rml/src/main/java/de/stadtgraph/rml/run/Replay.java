package de.stadtgraph.rml.run;

import de.stadtgraph.rml.plan.Findings;
import de.stadtgraph.rml.plan.Lookup;
import de.stadtgraph.rml.plan.Plan;
import de.stadtgraph.rml.plan.PlanOutput;
import de.stadtgraph.rml.plan.Repeat;
import de.stadtgraph.rml.plan.ScanPlan;
import de.stadtgraph.rml.source.ReadOutcome;
import de.stadtgraph.rml.source.RecordSource;
import de.stadtgraph.rml.term.CollectionQuads;
import de.stadtgraph.rml.term.Fault;
import de.stadtgraph.rml.term.Lines;
import de.stadtgraph.rml.term.Quad;
import de.stadtgraph.rml.term.Term;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Maps one record again and keeps what each triples map makes of it. Not thread-safe.
public final class Replay {
    private final String source;
    private final Set<ReplayedQuad> statements = new LinkedHashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    /// @param quad a line of N-Quads
    public record ReplayedQuad(int triplesMap, String quad) {}

    /// What became of the record.
    ///
    /// @param line of the source where it begins, from 1
    /// @param values of the fields that rules use
    public record Replayed(
            long line, Map<String, List<String>> values, List<ReplayedQuad> statements, List<Finding> findings) {}

    private Replay(String source) {
        this.source = source;
    }

    /// Empty if the source has no such record, or it cannot be read.
    public static Optional<Replayed> of(Plan plan, Memory memory, String source, long record) throws IOException {
        Optional<ScanPlan> scan =
                plan.scans().stream().filter(one -> one.name().equals(source)).findFirst();
        if (scan.isEmpty()) {
            return Optional.empty();
        }
        try (Workers alone = new Workers(1)) {
            for (List<Lookup<?>> together : plan.allReadings()) {
                Run.fill(together, memory, alone);
            }
        }
        plan.spare().forEach(lookup -> lookup.fillWhenAsked(asked -> Run.fillAlone(asked, memory)));
        try (RecordSource records = scan.get().open()) {
            Optional<ReadOutcome> next = records.next();
            while (next.isPresent() && next.get().number() < record) {
                next = records.next();
            }
            return next.isPresent() && next.get() instanceof ReadOutcome.Read read
                    ? Optional.of(new Replay(source).replayed(scan.get(), read))
                    : Optional.empty();
        }
    }

    private Replayed replayed(ScanPlan scan, ReadOutcome.Read read) {
        var watch = new Watch(read);
        scan.evaluator().evaluate(read, watch, watch);
        boolean rejected = findings.stream().anyMatch(Finding::whole);
        return new Replayed(
                read.line(), scan.values(read.record()), rejected ? List.of() : List.copyOf(statements), findings);
    }

    /// Listens while the record is evaluated.
    private final class Watch implements PlanOutput, Findings {
        private final ReadOutcome.Read read;
        private final Lines lines = new Lines();

        Watch(ReadOutcome.Read read) {
            this.read = read;
        }

        private void found(Fault fault, Place place, String value, boolean whole) {
            findings.add(
                    new Finding(source, read.number(), read.line(), place.fields(), value, place.rule(), fault, whole));
        }

        @Override
        public void value(Fault fault, Place place, String value) {
            found(fault, place, value, false);
        }

        @Override
        public void record(Fault fault, Place place, String value) {
            found(fault, place, value, true);
        }

        @Override
        public void unmapped(String list, Place place, String value) {
            found(Fault.NO_CODE, place, value, false);
        }

        @Override
        public void quad(int triplesMap, Quad quad, Repeat repeat) {
            int from = lines.length();
            lines.add(quad);
            line(triplesMap, from, repeat);
        }

        @Override
        public void line(int triplesMap, int start, Repeat repeat) {
            int end = lines.length() - 1;
            statements.add(new ReplayedQuad(
                    triplesMap, new String(lines.bytes(), start, end - start, StandardCharsets.UTF_8)));
        }

        @Override
        public void collection(int triplesMap, Term.Collection collection, @Nullable Term graph) {
            CollectionQuads.members(collection, graph, 0).forEach(quad -> quad(triplesMap, quad, Repeat.IN_RUN));
        }

        @Override
        public Lines lines() {
            return lines;
        }

        @Override
        public boolean isJoined(int asked) {
            lines.cut(asked);
            return false;
        }

        @Override
        public void key(int annotation, Place place, String key) {
            // One record has no other of the same key.
        }

        @Override
        public void subject(int triplesMap, String iri) {
            // The statements show it.
        }

        @Override
        public void subjectLine(int triplesMap, int start) {
            // One record proves nothing.
        }

        @Override
        public boolean wantsSubjects() {
            return false;
        }
    }
}
