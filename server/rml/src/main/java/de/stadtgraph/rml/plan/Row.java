package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.source.Value;
import java.util.List;

/// What one iteration offers: values by slot. Immutable by convention.
///
/// @param index 0-based number of the iteration that the index key `#` shows
record Row(List<List<Value>> slots, long index) {
    List<Value> values(int slot) {
        return slots.get(slot);
    }
}
