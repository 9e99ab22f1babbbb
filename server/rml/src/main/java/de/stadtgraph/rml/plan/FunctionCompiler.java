package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.function.Arguments;
import de.stadtgraph.rml.function.Function;
import de.stadtgraph.rml.function.FunctionDefinition;
import de.stadtgraph.rml.function.Outcome;
import de.stadtgraph.rml.function.Parameter;
import de.stadtgraph.rml.plan.Findings.Place;
import de.stadtgraph.rml.rules.ExpressionMap;
import de.stadtgraph.rml.rules.ExpressionMap.FunctionExecution;
import de.stadtgraph.rml.rules.ExpressionMap.Input;
import de.stadtgraph.rml.rules.RuleException;
import de.stadtgraph.rml.source.Columns;
import de.stadtgraph.rml.source.Value;
import de.stadtgraph.rml.term.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Compiles function executions: every unknown name and every bad constant is found here.
record FunctionCompiler(ExpressionCompiler expressions) {

    Expression compile(FunctionExecution execution) {
        FunctionDefinition definition = definition(execution);
        if (!execution.output().isEmpty() && !definition.outputs().contains(execution.output())) {
            throw new RuleException(
                    "unknown-output",
                    execution.line(),
                    shortly(definition.iri()) + " has no output " + shortly(execution.output())
                            + suggestion(execution.output(), definition.outputs()));
        }
        Map<String, List<String>> constants = new LinkedHashMap<>();
        Map<String, List<Expression>> inputs = new LinkedHashMap<>();
        SortedSet<String> fields = new TreeSet<>();
        for (Input input : execution.inputs()) {
            Parameter parameter = parameter(definition, input);
            if (parameter.isConstant()) {
                constants
                        .computeIfAbsent(parameter.iri(), _ -> new ArrayList<>())
                        .add(constant(input));
            } else {
                Expression value = expressions.compile(input.value());
                inputs.computeIfAbsent(parameter.iri(), _ -> new ArrayList<>()).add(value);
                fields.addAll(value.fields());
            }
        }
        requireAll(definition, execution, constants, inputs);
        Function function = bind(definition, new Arguments(constants), execution.line());
        Call call = new Call(definition, function, inputs, expressions.place(fields));
        return new Expression(call::evaluate, fields);
    }

    private FunctionDefinition definition(FunctionExecution execution) {
        return expressions
                .environment()
                .functions()
                .find(execution.function())
                .orElseThrow(() -> new RuleException(
                        "unknown-function",
                        execution.line(),
                        "there is no function "
                                + shortly(execution.function())
                                + suggestion(
                                        execution.function(),
                                        expressions.environment().functions().names())));
    }

    /// Names of ours may stand in the plural.
    private static Parameter parameter(FunctionDefinition definition, Input input) {
        return definition
                .parameter(input.parameter())
                .or(() -> Optional.of(input.parameter())
                        .filter(name -> name.endsWith("s"))
                        .flatMap(name -> definition.parameter(name.substring(0, name.length() - 1))))
                .orElseThrow(() -> new RuleException(
                        "unknown-parameter",
                        input.line(),
                        shortly(definition.iri())
                                + " has no parameter " + shortly(input.parameter())
                                + suggestion(
                                        input.parameter(),
                                        definition.parameters().stream()
                                                .map(Parameter::iri)
                                                .toList())));
    }

    private static String constant(Input input) {
        if (input.value() instanceof ExpressionMap.Constant constant) {
            return constant.text();
        }
        throw new RuleException(
                "constant-expected", input.line(), shortly(input.parameter()) + " must be constant (rml:inputValue)");
    }

    private static void requireAll(
            FunctionDefinition definition,
            FunctionExecution execution,
            Map<String, List<String>> constants,
            Map<String, List<Expression>> inputs) {
        for (Parameter parameter : definition.parameters()) {
            boolean given = constants.containsKey(parameter.iri()) || inputs.containsKey(parameter.iri());
            if (parameter.isRequired() && !given) {
                throw new RuleException(
                        "missing-parameter",
                        execution.line(),
                        shortly(definition.iri()) + " needs " + shortly(parameter.iri()));
            }
        }
    }

    private Function bind(FunctionDefinition definition, Arguments constants, long line) {
        try {
            return definition.binder().bind(constants, expressions.environment().tables());
        } catch (IllegalArgumentException wrong) {
            throw new RuleException("bad-constant", line, shortly(definition.iri()) + ": " + wrong.getMessage());
        }
    }

    private static String shortly(String iri) {
        return iri.replace("https://w3id.org/stadtgraph/rml#", "sg:")
                .replace("http://users.ugent.be/~bjdmeest/function/grel.ttl#", "grel:")
                .replace("https://w3id.org/imec/idlab/function#", "idlab-fn:");
    }

    private static String suggestion(String name, List<String> known) {
        return Columns.suggestion(
                shortly(name), known.stream().map(FunctionCompiler::shortly).toList());
    }

    /// A bound function with its inputs.
    private record Call(
            FunctionDefinition definition, Function function, Map<String, List<Expression>> inputs, Place place) {

        List<Value> evaluate(Row row, Findings findings) {
            Map<String, List<String>> arguments = new LinkedHashMap<>();
            for (Map.Entry<String, List<Expression>> input : inputs.entrySet()) {
                List<String> values = new ArrayList<>();
                for (Expression expression : input.getValue()) {
                    collect(expression.evaluate(row, findings), values, findings);
                }
                arguments.put(input.getKey(), values);
            }
            for (Parameter parameter : definition.parameters()) {
                List<String> values = arguments.getOrDefault(parameter.iri(), List.of());
                if (parameter.use() == Parameter.Use.VALUE && values.isEmpty()) {
                    return List.of();
                }
            }
            return each(arguments, findings);
        }

        private void collect(List<Value> values, List<String> into, Findings findings) {
            for (Value value : values) {
                if (value.kind() == Value.Kind.NODE && !definition.takesNodes()) {
                    findings.record(Fault.STRUCTURED_VALUE, place, "");
                } else {
                    into.add(value.text());
                }
            }
        }

        /// Several values of the first parameter are taken one by one, unless it takes them all.
        private List<Value> each(Map<String, List<String>> arguments, Findings findings) {
            Optional<Parameter> main = definition.parameters().stream()
                    .filter(parameter -> parameter.use() == Parameter.Use.VALUE)
                    .findFirst();
            int count = main.map(parameter ->
                            arguments.getOrDefault(parameter.iri(), List.of()).size())
                    .orElse(1);
            if (count <= 1) {
                return apply(arguments, findings);
            }
            String iri = main.get().iri();
            List<Value> results = new ArrayList<>();
            for (String value : arguments.getOrDefault(iri, List.of())) {
                Map<String, List<String>> single = new LinkedHashMap<>(arguments);
                single.put(iri, List.of(value));
                results.addAll(apply(single, findings));
            }
            return results;
        }

        private List<Value> apply(Map<String, List<String>> arguments, Findings findings) {
            return switch (function.apply(new Arguments(arguments))) {
                case Outcome.Values values ->
                    values.values().stream()
                            .map(text -> new Value(text, kind()))
                            .toList();
                case Outcome.Rejected rejected -> {
                    findings.value(rejected.fault(), place, shown(arguments));
                    yield List.of();
                }
                case Outcome.Unmapped unmapped -> {
                    findings.unmapped(unmapped.list(), place, unmapped.value());
                    yield List.of();
                }
            };
        }

        private Value.Kind kind() {
            return switch (definition.result()) {
                case TEXT -> Value.Kind.TEXT;
                case NUMBER -> Value.Kind.NUMBER;
                case BOOLEAN -> Value.Kind.BOOLEAN;
            };
        }

        private static String shown(Map<String, List<String>> arguments) {
            List<String> all = new ArrayList<>();
            arguments.values().forEach(all::addAll);
            // An object may hold fields that nobody publishes.
            return all.stream()
                    .filter(text -> !text.startsWith("{") && !text.startsWith("["))
                    .collect(Collectors.joining(" | "));
        }
    }
}
