package de.stadtgraph.rml.function;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The functions a mapping may call (RML-FNML). Immutable; what it binds is not thread-safe.
public final class FunctionLibrary {
    /// The namespace of our functions and parameters.
    public static final String SG = "https://w3id.org/stadtgraph/rml#";

    private final Map<String, FunctionDefinition> functions = new LinkedHashMap<>();

    private FunctionLibrary(List<FunctionDefinition> definitions) {
        definitions.forEach(definition -> functions.put(definition.iri(), definition));
    }

    /// The closed list that ships.
    public static FunctionLibrary standard() {
        return new FunctionLibrary(Stream.of(
                        TextFunctions.all(),
                        NumberFunctions.all(),
                        DateFunctions.all(),
                        ChoiceFunctions.all(),
                        GeometryFunctions.all(),
                        GrelFunctions.all())
                .flatMap(List::stream)
                .toList());
    }

    /// This library and more, as a test suite needs its own functions.
    public FunctionLibrary with(List<FunctionDefinition> more) {
        List<FunctionDefinition> all = new ArrayList<>(functions.values());
        all.addAll(more);
        return new FunctionLibrary(all);
    }

    public Optional<FunctionDefinition> find(String iri) {
        return Optional.ofNullable(functions.get(iri));
    }

    /// The IRIs of all functions.
    public List<String> names() {
        return List.copyOf(functions.keySet());
    }
}
