package de.stadtgraph.rml.function;

import java.util.List;
import java.util.Optional;

/// A function of the library: its parameters, outputs, and how it is bound. Immutable.
///
/// @param outputs IRIs that `rml:return` may name
/// @param result what its values are without an explicit datatype
/// @param takesNodes whether an argument may be an object or array of JSON
public record FunctionDefinition(
        String iri,
        List<Parameter> parameters,
        List<String> outputs,
        Result result,
        boolean takesNodes,
        Binder binder) {
    public FunctionDefinition {
        parameters = List.copyOf(parameters);
        outputs = List.copyOf(outputs);
    }

    /// The natural type of results.
    public enum Result {
        TEXT,
        NUMBER,
        BOOLEAN
    }

    /// Binds constants; a wrong one is an [IllegalArgumentException] with a sentence.
    @FunctionalInterface
    public interface Binder {
        Function bind(Arguments constants, CodeTables tables);
    }

    /// The parameter of that IRI.
    public Optional<Parameter> parameter(String iri) {
        return parameters.stream().filter(known -> known.iri().equals(iri)).findFirst();
    }
}
