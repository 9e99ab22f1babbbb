package de.stadtgraph.rml;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What one source came to; `read` = `mapped` + `rejected` + `skipped`.
///
/// A file that is read with two iterators has two of them under one name.
///
/// @param sha256 of the file; empty where the options want no digests
/// @param skipped records passed over by a condition or an inner join
/// @param rejectedRecords records by reason; their sum is `rejected`
/// @param rejectedValues values left out of records that stayed, by reason
/// @param fields every field seen in the data
public record SourceReport(
        String name,
        Path file,
        String sha256,
        long bytes,
        String encoding,
        long read,
        long mapped,
        long rejected,
        long skipped,
        Map<RejectionReason, Long> rejectedRecords,
        Map<RejectionReason, Long> rejectedValues,
        List<FieldUse> fields) {}
