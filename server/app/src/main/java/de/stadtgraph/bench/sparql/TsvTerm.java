package de.stadtgraph.bench.sparql;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A field of an answer in SPARQL 1.1 TSV: Turtle syntax, numbers and booleans may be bare.
///
/// @param lexical lexical form, or IRI
/// @param datatype IRI of the datatype, nothing for IRIs and language strings
/// @param language in lower case
record TsvTerm(
        String lexical, @Nullable String datatype, @Nullable String language) {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final Set<String> NUMBERS =
            Set.of(XSD + "integer", XSD + "decimal", XSD + "double", XSD + "float", XSD + "int");
    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private static final String BLANK = "_:";

    /// Reads a field; nothing when it is unbound.
    static @Nullable TsvTerm parse(String field) {
        if (field.isEmpty()) {
            return null;
        }
        char first = field.charAt(0);
        return switch (first) {
            case '<' -> new TsvTerm(unescaped(field.substring(1, field.length() - 1)), null, null);
            case '_' -> new TsvTerm(BLANK, null, null);
            case '"', '\'' -> literal(field, first);
            default -> bare(field);
        };
    }

    private static TsvTerm literal(String field, char quote) {
        int end = field.lastIndexOf(quote);
        String lexical = unescaped(field.substring(1, end));
        String rest = field.substring(end + 1);
        if (rest.startsWith("@")) {
            return new TsvTerm(lexical, null, rest.substring(1).toLowerCase(Locale.ROOT));
        }
        String datatype = rest.startsWith("^^<") ? rest.substring(3, rest.length() - 1) : XSD + "string";
        return new TsvTerm(lexical, datatype, null);
    }

    private static TsvTerm bare(String field) {
        if (field.equals("true") || field.equals("false")) {
            return new TsvTerm(field, XSD + "boolean", null);
        }
        String exact = field.contains(".") ? "decimal" : "integer";
        boolean exponent = field.contains("e") || field.contains("E");
        return new TsvTerm(field, XSD + (exponent ? "double" : exact), null);
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter != '\\') {
                out.append(letter);
                continue;
            }
            char escaped = text.charAt(++i);
            int digits = escaped == 'u' ? 4 : escaped == 'U' ? 8 : 0;
            if (digits > 0) {
                out.appendCodePoint(Integer.parseInt(text.substring(i + 1, i + 1 + digits), 16));
                i += digits;
            } else {
                out.append(control(escaped));
            }
        }
        return out.toString();
    }

    private static char control(char escaped) {
        return switch (escaped) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> escaped;
        };
    }

    static long valueHash(@Nullable TsvTerm term) {
        if (term == null) {
            return 0;
        }
        if (term.datatype != null && NUMBERS.contains(term.datatype)) {
            try {
                double rounded = Math.round(Double.parseDouble(term.lexical) * 1000) / 1000.0;
                return Double.doubleToLongBits(rounded) * PRIME;
            } catch (NumberFormatException _) {
                return hash(term.lexical);
            }
        }
        return term.lexical.equals(BLANK) ? 1 : hash(term.lexical);
    }

    static long termHash(@Nullable TsvTerm term) {
        return term == null ? 0 : hash(term.lexical + '\u0000' + term.datatype + '\u0000' + term.language);
    }

    private static long hash(String text) {
        long hash = 1_125_899_906_842_597L;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash * PRIME;
    }
}
