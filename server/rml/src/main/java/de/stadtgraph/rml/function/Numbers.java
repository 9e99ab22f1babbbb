package de.stadtgraph.rml.function;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers as people write them. Stateless.
final class Numbers {
    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]+(?:\\.[0-9]+)?");
    private static final Pattern LOOSE = Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?");
    private static final int MOST_CHARACTERS = 400;

    private Numbers() {}

    /// A number written with a decimal sign and group signs; groups must have three digits.
    static Optional<BigDecimal> parse(String text, String decimalSign, List<String> groupSigns) {
        String trimmed = TextFunctions.trim(text);
        if (trimmed.isEmpty() || trimmed.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        int decimal = decimalSign.isEmpty() ? -1 : trimmed.indexOf(decimalSign);
        String whole = decimal < 0 ? trimmed : trimmed.substring(0, decimal);
        String fraction = decimal < 0 ? "" : trimmed.substring(decimal + decimalSign.length());
        Optional<String> digits = withoutGroups(whole, groupSigns);
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        String plain = decimal < 0 ? digits.get() : digits.get() + "." + fraction;
        return PLAIN.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    private static Optional<String> withoutGroups(String whole, List<String> signs) {
        for (String sign : signs) {
            String known = sign.isBlank() ? " " : sign;
            if (whole.contains(known)) {
                String grouped = "[+-]?[0-9]{1,3}(?:" + Pattern.quote(known) + "[0-9]{3})+";
                return whole.matches(grouped) ? Optional.of(whole.replace(known, "")) : Optional.empty();
            }
        }
        return Optional.of(whole);
    }

    /// A number with a decimal point, perhaps an exponent.
    static Optional<BigDecimal> plain(String text) {
        String trimmed = text.strip();
        return trimmed.length() <= MOST_CHARACTERS && LOOSE.matcher(trimmed).matches()
                ? Optional.of(new BigDecimal(trimmed))
                : Optional.empty();
    }

    /// A number of the mapping that must be one.
    static BigDecimal constant(String text, String parameter) {
        return plain(text).orElseThrow(() -> new IllegalArgumentException(parameter + " is no number: `" + text + "`"));
    }

    /// An integer of the mapping that must be one.
    static int integer(String text, String parameter) {
        try {
            return constant(text, parameter).intValueExact();
        } catch (ArithmeticException fraction) {
            throw new IllegalArgumentException(parameter + " is no integer: `" + text + "`");
        }
    }

    /// Canonical `xsd:decimal` without a superfluous point.
    static String write(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
