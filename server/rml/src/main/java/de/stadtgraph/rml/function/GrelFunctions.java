package de.stadtgraph.rml.function;

import de.stadtgraph.rml.function.FunctionDefinition.Result;
import de.stadtgraph.rml.term.Fault;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// The functions of GREL and IDLab that RML-FNML's test cases name. Stateless.
final class GrelFunctions {
    private static final String GREL = "http://users.ugent.be/~bjdmeest/function/grel.ttl#";
    private static final String IDLAB = "https://w3id.org/imec/idlab/function#";
    private static final String VALUE = GREL + "valueParam";
    private static final String SECOND = GREL + "valueParam2";

    private GrelFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                changing("toUpperCase", text -> text.toUpperCase(Locale.ROOT)),
                changing("toLowerCase", text -> text.toLowerCase(Locale.ROOT)),
                changing("string_trim", String::strip),
                grel("string_length", new Signature(Result.NUMBER, "output_number", List.of()), GrelFunctions::length),
                grel("string_replace", text("param_find", "param_replace"), GrelFunctions::replace),
                grel("string_substring", text("p_int_i_from", "p_int_i_opt_to?"), GrelFunctions::substring),
                grel(
                        "string_split",
                        new Signature(Result.TEXT, "output_array", List.of("p_string_sep")),
                        GrelFunctions::split),
                grel("escape", text("modeParam"), GrelFunctions::escape),
                comparison("equal", true),
                comparison("notEqual", false),
                upperCaseUrl());
    }

    private static FunctionDefinition changing(String name, UnaryOperator<String> change) {
        return grel(name, text(), arguments -> Outcome.of(change.apply(arguments.one(VALUE))));
    }

    /// What a function gives, and what it takes beside its main value; `?` marks the optional.
    private record Signature(Result result, String output, List<String> more) {
        List<Parameter> parameters() {
            List<Parameter> parameters = new ArrayList<>();
            parameters.add(new Parameter(VALUE, Parameter.Use.VALUE));
            for (String parameter : more) {
                boolean optional = parameter.endsWith("?");
                parameters.add(new Parameter(
                        GREL + parameter.replace("?", ""),
                        optional ? Parameter.Use.OPTIONAL_VALUE : Parameter.Use.VALUE));
            }
            return parameters;
        }
    }

    private static Signature text(String... more) {
        return new Signature(Result.TEXT, "stringOut", List.of(more));
    }

    private static FunctionDefinition grel(String name, Signature signature, Function function) {
        return new FunctionDefinition(
                GREL + name,
                signature.parameters(),
                List.of(GREL + signature.output()),
                signature.result(),
                false,
                (_, _) -> function);
    }

    private static FunctionDefinition comparison(String name, boolean wanted) {
        List<Parameter> parameters =
                List.of(new Parameter(VALUE, Parameter.Use.VALUE), new Parameter(SECOND, Parameter.Use.VALUE));
        Function function =
                arguments -> Outcome.of(String.valueOf(arguments.one(VALUE).equals(arguments.one(SECOND)) == wanted));
        return new FunctionDefinition(
                IDLAB + name, parameters, List.of(IDLAB + "_boolOut"), Result.BOOLEAN, false, (_, _) -> function);
    }

    private static FunctionDefinition upperCaseUrl() {
        String parameter = IDLAB + "str";
        Function function = arguments -> {
            String upper = arguments.one(parameter).toUpperCase(Locale.ROOT);
            boolean complete = upper.startsWith("HTTP://") || upper.startsWith("HTTPS://");
            return Outcome.of(complete ? upper : "http://" + upper);
        };
        return new FunctionDefinition(
                IDLAB + "toUpperCaseURL",
                List.of(new Parameter(parameter, Parameter.Use.VALUE)),
                List.of(IDLAB + "_stringOut"),
                Result.TEXT,
                false,
                (_, _) -> function);
    }

    private static Outcome length(Arguments arguments) {
        String text = arguments.one(VALUE);
        return Outcome.of(String.valueOf(text.codePointCount(0, text.length())));
    }

    private static Outcome replace(Arguments arguments) {
        String find = arguments.one(GREL + "param_find");
        String with = arguments.one(GREL + "param_replace");
        return find.isEmpty() || (long) arguments.one(VALUE).length() * (with.length() + 1) > 1 << 24
                ? new Outcome.Rejected(Fault.FUNCTION_FAILED)
                : Outcome.of(arguments.one(VALUE).replace(find, with));
    }

    /// Negative positions count from the end; a start behind the end gives nothing.
    private static Outcome substring(Arguments arguments) {
        String text = arguments.one(VALUE);
        try {
            int from = position(arguments.one(GREL + "p_int_i_from"), text);
            int to = arguments
                    .first(GREL + "p_int_i_opt_to")
                    .map(end -> position(end, text))
                    .orElse(text.length());
            return from < 0 || from > text.length() || from > to
                    ? Outcome.nothing()
                    : Outcome.of(text.substring(from, Math.min(to, text.length())));
        } catch (IllegalArgumentException noNumber) {
            return new Outcome.Rejected(Fault.BAD_NUMBER);
        }
    }

    private static int position(String number, String text) {
        int position = Numbers.integer(number, "position");
        return position < 0 ? text.length() + position : position;
    }

    private static Outcome split(Arguments arguments) {
        String separator = arguments.one(GREL + "p_string_sep");
        return new Outcome.Values(
                Arrays.asList(Pattern.compile(Pattern.quote(separator)).split(arguments.one(VALUE), -1)));
    }

    private static Outcome escape(Arguments arguments) {
        String text = arguments.one(VALUE);
        return switch (arguments.one(GREL + "modeParam")) {
            case "html", "xml" ->
                Outcome.of(text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"));
            case "url" -> Outcome.of(URLEncoder.encode(text, StandardCharsets.UTF_8));
            case "csv" -> Outcome.of(text.replace("\"", "\"\""));
            default -> new Outcome.Rejected(Fault.FUNCTION_FAILED);
        };
    }
}
