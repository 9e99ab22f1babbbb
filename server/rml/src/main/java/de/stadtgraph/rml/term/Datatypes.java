package de.stadtgraph.rml.term;

import java.util.Optional;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;

/// Lexical forms of XML Schema's datatypes, and the natural ones of JSON (RML-Core, "natural mapping"). Stateless.
public final class Datatypes {
    private Datatypes() {}

    /// Whether the text is a lexical form of the datatype; true for datatypes that are not of XML Schema.
    public static boolean isLexicalForm(String text, String datatype) {
        if (!datatype.startsWith(Term.XSD)) {
            return true;
        }
        if (isPlainNumber(text) && isNumeric(datatype)) {
            return true;
        }
        RDFDatatype type = NodeFactory.getType(datatype);
        return !(type instanceof XSDDatatype) || (hasNoOuterBlank(text, datatype) && type.isValid(text));
    }

    /// A number of JSON in the canonical form of `xsd:double`, as `3.7E1`; empty if it has no finite value.
    public static Optional<String> canonicalDouble(String number) {
        if (number.equals("INF") || number.equals("-INF")) {
            return Optional.empty();
        }
        double value = Double.parseDouble(number);
        if (Double.isInfinite(value) || Double.isNaN(value)) {
            return Optional.empty();
        }
        if (value == 0) {
            return Optional.of(1 / value < 0 ? "-0.0E0" : "0.0E0");
        }
        var digits = new java.math.BigDecimal(Double.toString(value)).stripTrailingZeros();
        String unscaled = digits.unscaledValue().abs().toString();
        int exponent = unscaled.length() - 1 - digits.scale();
        String fraction = unscaled.length() == 1 ? "0" : unscaled.substring(1);
        return Optional.of((value < 0 ? "-" : "") + unscaled.charAt(0) + "." + fraction + "E" + exponent);
    }

    /// Whether the number of JSON is an integer by its digits.
    public static boolean isInteger(String number) {
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c == '.' || c == 'e' || c == 'E') {
                return false;
            }
        }
        return true;
    }

    /// Which plain numbers are lexical forms of a datatype.
    public enum Plain {
        NONE,
        DIGITS,
        DECIMALS
    }

    /// Which plain numbers are lexical forms of the datatype.
    public static Plain plain(String datatype) {
        if (!datatype.startsWith(Term.XSD) || !isNumeric(datatype)) {
            return Plain.NONE;
        }
        return datatype.endsWith("#integer") ? Plain.DIGITS : Plain.DECIMALS;
    }

    /// Whether the bytes are a plain number: the common case, decided without the datatype's own parser.
    public static boolean isPlain(byte[] bytes, int from, int to, Plain wanted) {
        return switch (wanted) {
            case NONE -> false;
            case DIGITS -> areDigits(bytes, from, to);
            case DECIMALS -> areDigits(bytes, from, to) || isDecimal(bytes, from, to);
        };
    }

    private static boolean areDigits(byte[] bytes, int from, int to) {
        boolean digits = to > from && to - from < 10;
        for (int i = from; digits && i < to; i++) {
            digits = bytes[i] >= '0' && bytes[i] <= '9';
        }
        return digits;
    }

    /// Digits with a sign and a point.
    private static boolean isDecimal(byte[] bytes, int from, int to) {
        if (to - from > 18) {
            return false;
        }
        int at = from < to && (bytes[from] == '-' || bytes[from] == '+') ? from + 1 : from;
        int digits = 0;
        int points = 0;
        for (; at < to; at++) {
            if (bytes[at] == '.') {
                points++;
            } else if (bytes[at] >= '0' && bytes[at] <= '9') {
                digits++;
            } else {
                return false;
            }
        }
        return points <= 1 && digits > 0 && bytes[to - 1] != '.';
    }

    private static boolean isNumeric(String datatype) {
        return switch (datatype.substring(Term.XSD.length())) {
            case "integer", "decimal", "double", "float" -> true;
            default -> false;
        };
    }

    /// The common case, decided without the datatype's own parser.
    private static boolean isPlainNumber(String text) {
        if (text.isEmpty() || text.length() > 9) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /// Schema would collapse white space; here it is never repaired silently.
    private static boolean hasNoOuterBlank(String text, String datatype) {
        return datatype.endsWith("#string")
                || datatype.endsWith("#normalizedString")
                || text.isEmpty()
                || (text.charAt(0) > ' ' && text.charAt(text.length() - 1) > ' ');
    }
}
