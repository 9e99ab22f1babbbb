package de.stadtgraph.rml.function;

import static de.stadtgraph.rml.function.Definitions.VALUE;
import static de.stadtgraph.rml.function.Definitions.ofValue;
import static de.stadtgraph.rml.function.Definitions.sg;

import de.stadtgraph.rml.term.Fault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// `sg:integer decimal range`. Stateless.
final class NumberFunctions {
    private NumberFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                ofValue("integer", (constants, _) -> number(constants, true), "decimalSign?", "groupSign*"),
                ofValue("decimal", (constants, _) -> number(constants, false), "decimalSign?", "groupSign*"),
                ofValue("range", (constants, _) -> range(constants), "min?", "max?"));
    }

    private static Function number(Arguments constants, boolean integer) {
        List<String> groups = constants.all(sg("groupSign"));
        String decimal = constants.first(sg("decimalSign")).orElse(groups.contains(".") ? "," : ".");
        if (groups.contains(decimal)) {
            throw new IllegalArgumentException("`" + decimal + "` cannot be both decimal sign and group sign");
        }
        return arguments -> {
            String text = arguments.one(VALUE);
            if (TextFunctions.trim(text).isEmpty()) {
                return Outcome.nothing();
            }
            Optional<BigDecimal> value = Numbers.parse(text, decimal, groups);
            if (value.isEmpty() || (integer && value.get().stripTrailingZeros().scale() > 0)) {
                return new Outcome.Rejected(Fault.BAD_NUMBER);
            }
            return Outcome.of(Numbers.write(value.get()));
        };
    }

    private static Function range(Arguments constants) {
        Optional<BigDecimal> least = constants.first(sg("min")).map(text -> Numbers.constant(text, "sg:min"));
        Optional<BigDecimal> most = constants.first(sg("max")).map(text -> Numbers.constant(text, "sg:max"));
        return arguments -> {
            String text = arguments.one(VALUE);
            Optional<BigDecimal> value = Numbers.plain(text);
            if (value.isEmpty()) {
                return new Outcome.Rejected(Fault.BAD_NUMBER);
            }
            boolean inside = least.filter(bound -> value.get().compareTo(bound) < 0)
                            .isEmpty()
                    && most.filter(bound -> value.get().compareTo(bound) > 0).isEmpty();
            return inside ? Outcome.of(text) : new Outcome.Rejected(Fault.OUT_OF_RANGE);
        };
    }
}
