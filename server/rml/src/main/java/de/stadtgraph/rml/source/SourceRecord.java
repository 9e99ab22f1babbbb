package de.stadtgraph.rml.source;

import java.util.List;

/// One record of a source. Immutable.
public interface SourceRecord {
    /// The values a reference finds, in document order; empty for none, for null and for null tokens.
    List<Value> values(Reference reference);

    /// The records an iterator finds inside this one; empty where the format has no inner records.
    List<SourceRecord> inner(Reference iterator);
}
