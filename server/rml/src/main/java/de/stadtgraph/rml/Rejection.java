package de.stadtgraph.rml;

/// A sample of what gave no statement; at most 100 are kept a source, field and reason.
///
/// @param record number in the source, from 1, the header not counted
/// @param line of the source where the record begins, from 1
/// @param field names of the source's fields, comma-separated; empty where the record could not be read
/// @param value at most 200 characters, and only of fields that a rule uses; empty for an unreadable record or a node
/// @param rule the rule and its line in the mapping, or empty
/// @param wholeRecord whether the record gave nothing at all
public record Rejection(
        String source,
        long record,
        long line,
        String field,
        String value,
        String rule,
        RejectionReason reason,
        boolean wholeRecord) {}
