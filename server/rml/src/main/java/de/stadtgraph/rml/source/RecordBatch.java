package de.stadtgraph.rml.source;

import java.io.IOException;
import java.util.Optional;

/// Records of a source that follow each other, to be looked at by any one thread.
public interface RecordBatch {
    /// The next record, or empty behind the last one.
    Optional<ReadOutcome> next() throws IOException;

    /// The same records for one who does not ask for their fields, and need not have them counted.
    default RecordBatch withoutFields() {
        return this;
    }

    /// The fields seen in these records become part of the source's; to be called on the source's own thread, in the
    /// order of the batches, when the last record is read.
    void noteFields() throws IOException;
}
