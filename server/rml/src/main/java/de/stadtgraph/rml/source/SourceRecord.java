package de.stadtgraph.rml.source;

import java.util.List;

/// One record of a source. Immutable.
public interface SourceRecord {
    /// The values a reference finds, in document order; empty for none, for null and for null tokens.
    List<Value> values(Reference reference);

    /// Puts the only value of a reference into a slot, or none.
    ///
    /// @return false if there are several values, or one that has parts
    default boolean fill(Reference reference, Cells into, int slot) {
        List<Value> values = values(reference);
        if (values.isEmpty()) {
            into.clear(slot);
            return true;
        }
        if (values.size() > 1 || values.getFirst().kind() == Value.Kind.NODE) {
            return false;
        }
        into.set(slot, values.getFirst());
        return true;
    }

    /// The records an iterator finds inside this one; empty where the format has no inner records.
    List<SourceRecord> inner(Reference iterator);
}
