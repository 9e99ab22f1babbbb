package de.stadtgraph.rml.run;

import de.stadtgraph.rml.term.Fault;

/// Something that could not be used.
///
/// @param line of the source, from 1
/// @param field names of the source's fields, comma-separated; empty where the record could not be read
/// @param value at most 200 characters, only of fields that a rule uses
public record Finding(
        String source, long record, long line, String field, String value, String rule, Fault fault, boolean whole) {}
