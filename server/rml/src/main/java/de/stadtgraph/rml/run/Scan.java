package de.stadtgraph.rml.run;

import de.stadtgraph.rml.plan.RecordStatus;
import de.stadtgraph.rml.plan.ScanPlan;
import de.stadtgraph.rml.source.BrokenSourceException;
import de.stadtgraph.rml.source.ReadOutcome;
import de.stadtgraph.rml.source.RecordFault;
import de.stadtgraph.rml.source.RecordSource;
import de.stadtgraph.rml.term.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// One source read from its first record to its last. Not thread-safe.
final class Scan {
    private static final int RECORDS_A_REPORT = 1_000;

    private final Run run;
    private final ScanPlan plan;
    private final int number;
    private final RecordResult result;
    private final Map<Integer, Fingerprints> keys = new HashMap<>();
    private final Map<Fault, Long> rejectedRecords = Tally.counts();
    private final Map<Fault, Long> rejectedValues = Tally.counts();
    private long read;
    private long mapped;
    private long rejected;
    private long skipped;

    Scan(Run run, ScanPlan plan, int number) {
        this.run = run;
        this.plan = plan;
        this.number = number;
        this.result = new RecordResult(this::isNewKey);
    }

    ScanReport run() throws IOException {
        long total = Files.size(plan.file());
        try (RecordSource source = plan.open()) {
            Optional<ReadOutcome> next = source.next();
            while (next.isPresent()) {
                read++;
                take(next.get());
                if (read % RECORDS_A_REPORT == 0) {
                    run.observer().progress(number, read, source.bytesRead(), total);
                }
                next = source.next();
            }
            run.observer().progress(number, read, source.bytesRead(), total);
            return report(source);
        } catch (UncheckedIOException wrapped) {
            throw wrapped.getCause() == null ? new IOException(wrapped) : wrapped.getCause();
        }
    }

    private ScanReport report(RecordSource source) throws IOException {
        return new ScanReport(
                plan.name(),
                plan.file(),
                source.sha256(),
                source.bytesRead(),
                source.encoding(),
                read,
                mapped,
                rejected,
                skipped,
                rejectedRecords,
                rejectedValues,
                source.fields(),
                plan::uses);
    }

    private void take(ReadOutcome outcome) throws IOException {
        switch (outcome) {
            case ReadOutcome.Broken broken -> reject(outcome, fault(broken.fault()));
            case ReadOutcome.Read good -> map(good);
        }
    }

    private void map(ReadOutcome.Read record) throws IOException {
        result.clear();
        RecordStatus status = plan.evaluate(record.record(), record.number(), result, result);
        RecordResult.Told fatal = result.fatal();
        if (fatal != null) {
            note(record, fatal, true);
            Tally.count(rejectedRecords, fatal.fault());
            rejected++;
            return;
        }
        tellValues(record);
        switch (status) {
            case MAPPED -> {
                mapped++;
                run.write(result);
                result.subjects()
                        .forEach(subject ->
                                run.observer().lineage(subject.iri(), number, record.number(), subject.triplesMap()));
            }
            case SKIPPED -> skipped++;
            case NO_SUBJECT -> reject(record, Fault.NO_SUBJECT);
        }
    }

    private void tellValues(ReadOutcome record) throws BrokenSourceException {
        for (RecordResult.Told told : result.told()) {
            Tally.count(rejectedValues, told.fault());
            if (!told.list().isEmpty()) {
                run.tally().unmapped(told.list(), told.value());
            }
            note(record, told, false);
        }
    }

    private void note(ReadOutcome record, RecordResult.Told told, boolean whole) throws BrokenSourceException {
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

    private void reject(ReadOutcome record, Fault fault) throws BrokenSourceException {
        rejected++;
        Tally.count(rejectedRecords, fault);
        run.found(new Finding(plan.name(), record.number(), record.line(), "", "", "", fault, true));
    }

    private boolean isNewKey(int annotation, String key) {
        try {
            return keys.computeIfAbsent(annotation, _ -> new Fingerprints()).add(key);
        } catch (Fingerprints.SetTooLargeException full) {
            throw new UncheckedIOException(
                    new BrokenSourceException("too-many-keys", -1, plan.name() + " has more than 30 million keys"));
        }
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
