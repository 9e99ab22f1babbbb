package de.stadtgraph.rml.source;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Records that are read already, and their fields noted.
final class ReadBatch implements RecordBatch {
    private final Iterator<ReadOutcome> records;

    ReadBatch(List<ReadOutcome> records) {
        this.records = records.iterator();
    }

    @Override
    public Optional<ReadOutcome> next() {
        return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    }

    @Override
    public void noteFields() {
        // They were counted while the records were read.
    }
}
