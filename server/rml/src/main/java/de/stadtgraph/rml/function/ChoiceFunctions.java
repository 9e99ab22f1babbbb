package de.stadtgraph.rml.function;

import static de.stadtgraph.rml.function.Definitions.VALUE;
import static de.stadtgraph.rml.function.Definitions.define;
import static de.stadtgraph.rml.function.Definitions.ofValue;
import static de.stadtgraph.rml.function.Definitions.parameter;
import static de.stadtgraph.rml.function.Definitions.sg;

import de.stadtgraph.rml.function.FunctionDefinition.Result;
import de.stadtgraph.rml.term.BoundedPattern;
import de.stadtgraph.rml.term.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `sg:boolean lookup coalesce concat if matches`. Stateless.
final class ChoiceFunctions {
    private ChoiceFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                define(
                        "boolean",
                        Result.BOOLEAN,
                        List.of(
                                parameter("value", Parameter.Use.VALUE),
                                parameter("trueWord", Parameter.Use.CONSTANTS),
                                parameter("falseWord", Parameter.Use.CONSTANTS)),
                        (constants, _) -> words(constants)),
                ofValue(
                        "lookup",
                        (constants, tables) -> lookup(constants.one(sg("list")), tables),
                        "list",
                        "language?"),
                define(
                        "coalesce",
                        Result.TEXT,
                        List.of(parameter("value", Parameter.Use.VALUES)),
                        (_, _) -> arguments ->
                                arguments.first(VALUE).map(Outcome::of).orElseGet(Outcome::nothing)),
                define(
                        "concat",
                        Result.TEXT,
                        List.of(
                                parameter("value", Parameter.Use.VALUES),
                                parameter("separator", Parameter.Use.OPTIONAL_CONSTANT)),
                        (constants, _) ->
                                concat(constants.first(sg("separator")).orElse(""))),
                define(
                        "if",
                        Result.TEXT,
                        List.of(
                                parameter("test", Parameter.Use.OPTIONAL_VALUE),
                                parameter("then", Parameter.Use.OPTIONAL_VALUE),
                                parameter("else", Parameter.Use.OPTIONAL_VALUE)),
                        (_, _) -> ChoiceFunctions::choose),
                define(
                        "matches",
                        Result.BOOLEAN,
                        List.of(parameter("value", Parameter.Use.VALUE), parameter("pattern", Parameter.Use.CONSTANT)),
                        (constants, _) -> matches(new BoundedPattern(constants.one(sg("pattern"))))));
    }

    private static Function words(Arguments constants) {
        List<String> yes = lower(constants.all(sg("trueWord")), List.of("true", "1"));
        List<String> no = lower(constants.all(sg("falseWord")), List.of("false", "0"));
        return arguments -> {
            String word = arguments.one(VALUE).strip().toLowerCase(Locale.ROOT);
            if (yes.contains(word)) {
                return Outcome.of("true");
            }
            return no.contains(word) ? Outcome.of("false") : new Outcome.Rejected(Fault.BAD_DATATYPE);
        };
    }

    private static List<String> lower(List<String> words, List<String> standard) {
        return (words.isEmpty() ? standard : words)
                .stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    private static Function lookup(String name, CodeTables tables) {
        Map<String, String> list = tables.require(name);
        return arguments -> {
            String value = arguments.one(VALUE);
            return CodeTables.find(list, value).map(Outcome::of).orElseGet(() -> new Outcome.Unmapped(name, value));
        };
    }

    private static Function concat(String separator) {
        return arguments -> arguments.all(VALUE).isEmpty()
                ? Outcome.nothing()
                : Outcome.of(String.join(separator, arguments.all(VALUE)));
    }

    private static Outcome choose(Arguments arguments) {
        boolean holds = arguments.first(sg("test")).filter("true"::equals).isPresent();
        return arguments.first(sg(holds ? "then" : "else")).map(Outcome::of).orElseGet(Outcome::nothing);
    }

    private static Function matches(BoundedPattern pattern) {
        return arguments -> {
            try {
                return Outcome.of(
                        String.valueOf(pattern.find(arguments.one(VALUE), 0).isPresent()));
            } catch (BoundedPattern.TooManySteps endless) {
                return new Outcome.Rejected(Fault.FUNCTION_FAILED);
            }
        };
    }
}
