package de.stadtgraph.rml.run;

import de.stadtgraph.rml.plan.Lookup;
import de.stadtgraph.rml.plan.RecordStatus;
import de.stadtgraph.rml.plan.ScanPlan;
import de.stadtgraph.rml.source.BrokenSourceException;
import de.stadtgraph.rml.source.ReadOutcome;
import de.stadtgraph.rml.source.RecordBatch;
import de.stadtgraph.rml.source.RecordFault;
import de.stadtgraph.rml.source.RecordSource;
import de.stadtgraph.rml.term.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One source read from its first record to its last: batches are evaluated by several threads and taken over here,
/// in their order.
///
/// At first the subjects of all triples maps are held to come once only, so that lines need no comparing. When one
/// comes
/// again, the source is read anew without that belief: what is written already is only remembered then.
final class Scan {
    private final Run run;
    private final ScanPlan plan;
    private final Map<Integer, Fingerprints> keys = new HashMap<>();
    private final Map<Fault, Long> rejectedRecords = Tally.counts();
    private final Map<Fault, Long> rejectedValues = Tally.counts();
    private long written;
    private long mapped;
    private long rejected;
    private long skipped;

    Scan(Run run, ScanPlan plan) {
        this.run = run;
        this.plan = plan;
    }

    ScanReport run() throws IOException {
        Set<Integer> unique = plan.isReadAgain() ? Set.copyOf(plan.gainers()) : Set.of();
        Optional<ScanReport> report = Optional.empty();
        while (report.isEmpty()) {
            plan.decide(unique);
            keys.values().forEach(Fingerprints::free);
            keys.clear();
            var joins = new JoinsWritten(run.digest(), run.memory());
            try (UniqueSubjects subjects = new UniqueSubjects(unique, run.memory())) {
                report = new Reading(joins, subjects).run();
                unique = subjects.maps();
            }
            joins.free();
        }
        return report.get();
    }

    /// A batch of records and its number, from 1.
    private record Numbered(long number, RecordBatch records) {}

    /// What was made of a batch.
    private record Evaluated(BatchResult result, List<Lookup<?>.Offers> offers) {}

    /// One reading of the source.
    private final class Reading {
        private final JoinsWritten joins;
        private final UniqueSubjects subjects;
        private final Set<Integer> unique;
        private long batches;
        private boolean broken;

        Reading(JoinsWritten joins, UniqueSubjects subjects) {
            this.joins = joins;
            this.subjects = subjects;
            this.unique = subjects.maps();
        }

        /// Empty if a subject has come again.
        Optional<ScanReport> run() throws IOException {
            long total = Files.isRegularFile(plan.file()) ? Files.size(plan.file()) : 0;
            try (RecordSource source = plan.open()) {
                if (!run.digestsSources()) {
                    source.withoutDigest();
                }
                run.workers().run(() -> source.nextBatch().map(this::numbered), this::evaluate, (batch, evaluated) -> {
                    broken = !subjects.take(evaluated.result().subjectBits());
                    if (!broken) {
                        batch.records().noteFields();
                        take(batch, evaluated);
                        run.observer().progress(plan.number(), read(), source.bytesRead(), total);
                    }
                    return !broken;
                });
                return broken ? Optional.empty() : Optional.of(report(source, total));
            }
        }

        private Numbered numbered(RecordBatch batch) {
            return new Numbered(++batches, batch);
        }

        private Evaluated evaluate(Numbered batch) throws IOException {
            BatchResult result = run.newResult(joins.batch(batch.number()), unique);
            ScanPlan.Evaluator evaluator = plan.evaluator();
            Optional<ReadOutcome> next = batch.records().next();
            while (next.isPresent()) {
                // A switch over types runs slowly as long as it is not compiled.
                if (next.get() instanceof ReadOutcome.Read read) {
                    result.begin();
                    RecordStatus status = evaluator.evaluate(read, result, result);
                    result.end(read, status);
                } else if (next.get() instanceof ReadOutcome.Broken bad) {
                    result.broken(bad, fault(bad.fault()));
                }
                next = batch.records().next();
            }
            return new Evaluated(result, evaluator.offers());
        }

        private void take(Numbered batch, Evaluated evaluated) throws IOException {
            if (batch.number() <= written) {
                remember(evaluated.result());
            } else {
                evaluated.offers().forEach(Lookup.Offers::store);
                write(evaluated.result());
                written = batch.number();
            }
            run.giveBack(evaluated.result());
        }
    }

    private ScanReport report(RecordSource source, long total) throws IOException {
        String sha256 = run.digestsSources() ? source.sha256() : "";
        run.observer().progress(plan.number(), read(), total, total);
        return new ScanReport(
                plan.name(),
                plan.file(),
                sha256,
                total,
                source.encoding(),
                read(),
                mapped,
                rejected,
                skipped,
                rejectedRecords,
                rejectedValues,
                source.fields(),
                plan::uses);
    }

    private long read() {
        return mapped + rejected + skipped;
    }

    /// Remembers the lines of a batch that an earlier reading wrote.
    private void remember(BatchResult result) throws IOException {
        LineMerge lines = run.remember(result);
        for (BatchResult.Outcome outcome : result.outcomes()) {
            if (outcome.fault() == null && repeatedKey(outcome) != null) {
                lines.drop(outcome.extent());
            }
        }
        lines.write();
    }

    private void write(BatchResult result) throws IOException {
        mapped += result.mapped();
        skipped += result.skipped();
        LineMerge lines = run.merge(result);
        for (BatchResult.Outcome outcome : result.outcomes()) {
            BatchResult.Told fault = outcome.fault() == null ? repeatedKey(outcome) : outcome.fault();
            if (fault != null && outcome.fault() == null) {
                mapped--;
                lines.drop(outcome.extent());
            }
            boolean silent = fault != null && fault.fault() != Fault.NO_SUBJECT;
            if (!silent) {
                tellValues(outcome);
            }
            if (fault != null) {
                rejected++;
                Tally.count(rejectedRecords, fault.fault());
                note(outcome, fault, true);
            } else {
                for (Gathering.Part part : outcome.parts()) {
                    run.gathering().take(part);
                }
                outcome.subjects()
                        .forEach(subject -> run.observer()
                                .lineage(subject.iri(), plan.number(), outcome.number(), subject.triplesMap()));
            }
        }
        lines.write();
    }

    private BatchResult.@Nullable Told repeatedKey(BatchResult.Outcome outcome) {
        for (BatchResult.Key key : outcome.keys()) {
            byte[] bytes = key.text().getBytes(StandardCharsets.UTF_8);
            boolean isNew = keys.computeIfAbsent(key.annotation(), _ -> run.newSet())
                    .add(run.digest().high(bytes, 0, bytes.length), run.digest().low(bytes, 0, bytes.length));
            if (!isNew) {
                return new BatchResult.Told(
                        Fault.DUPLICATE_KEY, key.place(), key.text().replace('\u0000', ' '), "");
            }
        }
        return null;
    }

    private void tellValues(BatchResult.Outcome outcome) throws BrokenSourceException {
        for (BatchResult.Told told : outcome.values()) {
            Tally.count(rejectedValues, told.fault());
            if (!told.list().isEmpty()) {
                run.tally().unmapped(told.list(), told.value());
            }
            note(outcome, told, false);
        }
    }

    private void note(BatchResult.Outcome record, BatchResult.Told told, boolean whole) throws BrokenSourceException {
        run.found(new Finding(
                plan.name(),
                record.number(),
                record.line(),
                told.place().fields(),
                told.value(),
                told.place().rule(),
                told.fault(),
                whole));
    }

    private static Fault fault(RecordFault fault) {
        return switch (fault) {
            case TOO_FEW_FIELDS -> Fault.TOO_FEW_FIELDS;
            case TOO_MANY_FIELDS -> Fault.TOO_MANY_FIELDS;
            case BAD_ENCODING -> Fault.BAD_ENCODING;
            case BROKEN_RECORD -> Fault.BROKEN_RECORD;
            case TOO_LARGE -> Fault.TOO_LARGE;
            case TOO_DEEP -> Fault.TOO_DEEP;
        };
    }
}
