package de.stadtgraph.rml.source;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/// Which sheet of a workbook is meant, and how its numbers are written. Stateless.
final class SheetChoice {
    private SheetChoice() {}

    /// The index of the sheet by name or number (from 1); by nothing, the first visible one.
    static Optional<Integer> choose(List<String> names, String wanted, IntPredicate isVisible) {
        if (names.contains(wanted)) {
            return Optional.of(names.indexOf(wanted));
        }
        if (wanted.matches("\\d{1,4}")) {
            int index = Integer.parseInt(wanted) - 1;
            return index >= 0 && index < names.size() ? Optional.of(index) : Optional.empty();
        }
        for (int i = 0; i < names.size() && wanted.isEmpty(); i++) {
            if (isVisible.test(i)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    static BrokenSourceException missing(String wanted, List<String> names) {
        return new BrokenSourceException(
                "no-sheet", -1, "there is no sheet `" + wanted + "`" + Columns.suggestion(wanted, names));
    }

    /// A decimal without exponent and without zeros behind the point; what is no number stays.
    static String decimal(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            return Math.abs(plain.scale()) > 400 ? text : plain.toPlainString();
        } catch (NumberFormatException none) {
            return text;
        }
    }

    /// Without exponent and without zeros behind the point.
    static String plain(BigDecimal number) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        // A binary number such as 0.1 + 0.2 is stored with 17 digits; 15 of them are exact.
        BigDecimal exact = plain.precision() > 15
                ? plain.round(new java.math.MathContext(15)).stripTrailingZeros()
                : plain;
        return exact.scale() < -40 || exact.scale() > 400 ? number.toString() : exact.toPlainString();
    }
}
