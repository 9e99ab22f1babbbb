package de.stadtgraph.rml.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A file being read record by record. Memory is bounded by one record (16 MB). Not thread-safe.
public interface RecordSource extends Closeable {
    /// Bytes of the largest record that is read.
    int MOST_RECORD_BYTES = 16 << 20;

    /// Records that are handed on together where they are read one by one.
    int RECORDS_A_BATCH = 256;

    /// The next record, or empty at the end.
    Optional<ReadOutcome> next() throws IOException;

    /// Some of the next records, which may be looked at by another thread while this goes on; empty at the end.
    default Optional<RecordBatch> nextBatch() throws IOException {
        List<ReadOutcome> records = new ArrayList<>();
        while (records.size() < RECORDS_A_BATCH) {
            Optional<ReadOutcome> next = next();
            if (next.isEmpty()) {
                break;
            }
            records.add(next.get());
        }
        return records.isEmpty() ? Optional.empty() : Optional.of(new ReadBatch(records));
    }

    /// Its digest will not be asked for, and need not be computed; to be called before the first record.
    default void withoutDigest() {}

    /// Bytes of the file taken so far.
    long bytesRead();

    /// SHA-256 of the whole file, in hexadecimal; to be asked once, after the last record.
    String sha256() throws IOException;

    /// The name of the encoding in use.
    String encoding();

    /// The fields seen so far, in the order of their first appearance.
    List<FieldCount> fields();
}
