package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.source.Cells;
import de.stadtgraph.rml.source.Value;
import java.util.List;

/// What one iteration offers: values by slot. Immutable by convention.
///
/// @param index 0-based number of the iteration that the index key `#` shows
record Row(List<List<Value>> slots, long index) {
    /// Fills the slots; false if one of them has several values, or one that has parts.
    boolean fill(int[] wanted, Cells cells) {
        for (int slot : wanted) {
            List<Value> values = slots.get(slot);
            if (values.isEmpty()) {
                cells.clear(slot);
            } else if (values.size() > 1 || values.getFirst().kind() == Value.Kind.NODE) {
                return false;
            } else {
                cells.set(slot, values.getFirst());
            }
        }
        return true;
    }

    List<Value> values(int slot) {
        return slots.get(slot);
    }
}
