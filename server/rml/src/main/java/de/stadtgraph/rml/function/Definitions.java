package de.stadtgraph.rml.function;

import de.stadtgraph.rml.function.FunctionDefinition.Binder;
import de.stadtgraph.rml.function.FunctionDefinition.Result;
import java.util.ArrayList;
import java.util.List;

/// Writes definitions of our functions in one line each. Stateless.
final class Definitions {
    /// The main parameter of our functions.
    static final String VALUE = FunctionLibrary.SG + "value";

    private Definitions() {}

    /// The IRI of a name of ours.
    static String sg(String name) {
        return FunctionLibrary.SG + name;
    }

    /// A function of `sg:value` and constants, written `name`, `name?` (optional) or `name*` (any number).
    static FunctionDefinition ofValue(String name, Binder binder, String... constants) {
        List<Parameter> parameters = new ArrayList<>(constants(constants));
        parameters.addFirst(new Parameter(VALUE, Parameter.Use.VALUE));
        return define(name, Result.TEXT, parameters, binder);
    }

    /// A function with any parameters.
    static FunctionDefinition define(String name, Result result, List<Parameter> parameters, Binder binder) {
        return new FunctionDefinition(sg(name), parameters, List.of(sg("result")), result, false, binder);
    }

    /// The same, but its argument may be a node.
    static FunctionDefinition takingNodes(FunctionDefinition plain) {
        return new FunctionDefinition(
                plain.iri(), plain.parameters(), plain.outputs(), plain.result(), true, plain.binder());
    }

    static Parameter parameter(String name, Parameter.Use use) {
        return new Parameter(sg(name), use);
    }

    private static List<Parameter> constants(String... names) {
        List<Parameter> parameters = new ArrayList<>();
        for (String name : names) {
            String bare = name.replaceFirst("[?*]$", "");
            Parameter.Use use = name.endsWith("?")
                    ? Parameter.Use.OPTIONAL_CONSTANT
                    : name.endsWith("*") ? Parameter.Use.CONSTANTS : Parameter.Use.CONSTANT;
            parameters.add(parameter(bare, use));
        }
        return parameters;
    }
}
