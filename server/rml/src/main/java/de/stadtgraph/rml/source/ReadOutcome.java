package de.stadtgraph.rml.source;

/// What reading the next record gave. Numbers and lines count from 1.
public sealed interface ReadOutcome {
    /// Running number among the records of the scan; the header is none.
    long number();

    /// Line of the file where the record begins.
    long line();

    /// A record.
    record Read(long number, long line, SourceRecord record) implements ReadOutcome {}

    /// A record that cannot be read; it is left behind and reading goes on.
    record Broken(long number, long line, RecordFault fault) implements ReadOutcome {}
}
