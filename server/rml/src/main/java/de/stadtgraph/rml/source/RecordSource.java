package de.stadtgraph.rml.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// A file being read record by record. Memory is bounded by one record (16 MB). Not thread-safe.
public interface RecordSource extends Closeable {
    /// Bytes of the largest record that is read.
    int MOST_RECORD_BYTES = 16 << 20;

    /// The next record, or empty at the end.
    Optional<ReadOutcome> next() throws IOException;

    /// Bytes of the file taken so far.
    long bytesRead();

    /// SHA-256 of the whole file, in hexadecimal; to be asked once, after the last record.
    String sha256() throws IOException;

    /// The name of the encoding in use.
    String encoding();

    /// The fields seen so far, in the order of their first appearance.
    List<FieldCount> fields();
}
