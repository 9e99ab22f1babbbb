package de.stadtgraph.rml.function;

import de.stadtgraph.rml.term.Fault;
import java.util.List;

/// What a function gave. Immutable.
public sealed interface Outcome {
    /// Values in order; none is an answer too.
    record Values(List<String> values) implements Outcome {
        public Values {
            values = List.copyOf(values);
        }
    }

    /// The argument cannot be used.
    record Rejected(Fault fault) implements Outcome {}

    /// The argument is in no code list of that name.
    record Unmapped(String list, String value) implements Outcome {}

    /// One value.
    static Outcome of(String value) {
        return new Values(List.of(value));
    }

    /// No value, and nothing wrong.
    static Outcome nothing() {
        return new Values(List.of());
    }
}
