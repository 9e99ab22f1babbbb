package de.stadtgraph.rml.function;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Argument values by the IRI of their parameter. Immutable.
public record Arguments(Map<String, List<String>> values) {
    /// The values of a parameter, in the order of the inputs.
    public List<String> all(String parameter) {
        return values.getOrDefault(parameter, List.of());
    }

    /// The first value of a parameter.
    public Optional<String> first(String parameter) {
        return all(parameter).stream().findFirst();
    }

    /// The first value of a parameter that is known to have one.
    public String one(String parameter) {
        return all(parameter).getFirst();
    }
}
