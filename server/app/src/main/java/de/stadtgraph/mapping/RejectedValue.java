package de.stadtgraph.mapping;

import de.stadtgraph.problem.Text;

/// A record or a value that could not be mapped.
///
/// @param source name of the source
/// @param file name of the file
/// @param record number of the record, from 1
/// @param line line in the file, -1 where it has none
/// @param field field the value came from
/// @param value the raw value, at most 200 characters; empty for fields that are not published
/// @param rule the triples map or field rule
/// @param reason code of the reason
/// @param text the reason in words
/// @param wholeRecord whether the whole record was rejected
public record RejectedValue(
        String source,
        String file,
        long record,
        long line,
        String field,
        String value,
        String rule,
        String reason,
        Text text,
        boolean wholeRecord) {}
