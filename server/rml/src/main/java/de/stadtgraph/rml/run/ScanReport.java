package de.stadtgraph.rml.run;

import de.stadtgraph.rml.source.FieldCount;
import de.stadtgraph.rml.term.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// What one source came to. `read` = `mapped` + `rejected` + `skipped`.
public record ScanReport(
        String name,
        Path file,
        String sha256,
        long bytes,
        String encoding,
        long read,
        long mapped,
        long rejected,
        long skipped,
        Map<Fault, Long> rejectedRecords,
        Map<Fault, Long> rejectedValues,
        List<FieldCount> fields,
        Predicate<String> usedFields) {}
