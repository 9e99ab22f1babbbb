package de.stadtgraph.rml.function;

import static de.stadtgraph.rml.function.Definitions.VALUE;
import static de.stadtgraph.rml.function.Definitions.ofValue;
import static de.stadtgraph.rml.function.Definitions.sg;

import de.stadtgraph.rml.term.BoundedPattern;
import de.stadtgraph.rml.term.Fault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// `sg:trim nullIf capture split key hash`. Stateless.
final class TextFunctions {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u202F\\u2007\\uFEFF]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}");
    private static final int HASH_DIGITS = 16;

    private TextFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                ofValue("trim", (_, _) -> arguments -> nonEmpty(trim(arguments.one(VALUE)))),
                ofValue("nullIf", (constants, _) -> nullIf(constants.all(sg("token"))), "token*"),
                ofValue("capture", (constants, _) -> capture(constants), "pattern", "group?"),
                ofValue(
                        "split",
                        (constants, _) -> split(constants.first(sg("separator")).orElse(",")),
                        "separator?"),
                ofValue(
                        "key",
                        (constants, _) -> key(constants.first(sg("style")).orElse("verbatim")),
                        "style?"),
                ofValue("hash", (_, _) -> arguments -> Outcome.of(hash(arguments.one(VALUE)))));
    }

    /// Outer blanks of any kind cut, inner runs made one blank.
    static String trim(String value) {
        return BLANKS.matcher(value).replaceAll(" ").strip();
    }

    private static Outcome nonEmpty(String value) {
        return value.isEmpty() ? Outcome.nothing() : Outcome.of(value);
    }

    private static Function nullIf(List<String> tokens) {
        return arguments -> {
            String value = arguments.one(VALUE);
            return tokens.contains(value) || tokens.contains(value.strip()) ? Outcome.nothing() : Outcome.of(value);
        };
    }

    private static Function capture(Arguments constants) {
        var pattern = new BoundedPattern(constants.one(sg("pattern")));
        int group = Numbers.integer(constants.first(sg("group")).orElse(pattern.groups() > 0 ? "1" : "0"), "sg:group");
        if (group < 0 || group > pattern.groups()) {
            throw new IllegalArgumentException("the pattern has no group " + group);
        }
        return arguments -> {
            try {
                return pattern.find(arguments.one(VALUE), group)
                        .map(TextFunctions::nonEmpty)
                        .orElseGet(Outcome::nothing);
            } catch (BoundedPattern.TooManySteps endless) {
                return new Outcome.Rejected(Fault.FUNCTION_FAILED);
            }
        };
    }

    private static Function split(String separator) {
        if (separator.isEmpty()) {
            throw new IllegalArgumentException("sg:separator is empty");
        }
        Pattern literal = Pattern.compile(Pattern.quote(separator));
        return arguments -> new Outcome.Values(Arrays.stream(literal.split(arguments.one(VALUE), -1))
                .map(TextFunctions::trim)
                .filter(part -> !part.isEmpty())
                .toList());
    }

    private static Function key(String style) {
        return switch (style) {
            case "verbatim" ->
                arguments -> {
                    String key = Normalizer.normalize(arguments.one(VALUE), Normalizer.Form.NFC)
                            .strip();
                    return CONTROLS.matcher(key).find() ? new Outcome.Rejected(Fault.FUNCTION_FAILED) : nonEmpty(key);
                };
            case "kebab" -> arguments -> nonEmpty(kebab(arguments.one(VALUE)));
            default -> throw new IllegalArgumentException("sg:style is `kebab` or `verbatim`, not `" + style + "`");
        };
    }

    private static String kebab(String value) {
        String spelled = Normalizer.normalize(value, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        String bare = MARKS.matcher(Normalizer.normalize(spelled, Normalizer.Form.NFD))
                .replaceAll("");
        return bare.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static String hash(String value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
