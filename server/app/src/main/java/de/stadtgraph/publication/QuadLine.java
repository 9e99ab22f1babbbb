package de.stadtgraph.publication;

import java.nio.charset.StandardCharsets;

/// The parts of one canonical N-Quads line, as they stand in it: IRIs in angle brackets, literals in quotes. Immutable.
///
/// @param subject IRI with its brackets
/// @param predicate IRI with its brackets
/// @param object IRI with its brackets, or literal
record QuadLine(String subject, String predicate, String object) {

    static QuadLine of(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        int predicate = text.indexOf(' ') + 1;
        int object = text.indexOf(' ', predicate) + 1;
        return new QuadLine(
                text.substring(0, predicate - 1),
                text.substring(predicate, object - 1),
                text.substring(object, objectEnd(text, object)));
    }

    /// Where the object ends: at its bracket, or behind its quotes, language or datatype.
    private static int objectEnd(String text, int from) {
        int at = from;
        if (text.charAt(at) == '"') {
            at++;
            while (text.charAt(at) != '"') {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
        }
        return text.indexOf(' ', at);
    }

    boolean isType() {
        return predicate.equals("<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>") && object.startsWith("<");
    }

    /// The object's IRI without brackets; the text of a literal without quotes, escapes resolved.
    String value() {
        if (object.startsWith("<")) {
            return object.substring(1, object.length() - 1);
        }
        return unescaped(object.substring(1, object.lastIndexOf('"')));
    }

    static String iri(String term) {
        return term.substring(1, term.length() - 1);
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character != '\\') {
                plain.append(character);
                continue;
            }
            char escaped = text.charAt(++at);
            int digits = escaped == 'u' ? 4 : escaped == 'U' ? 8 : 0;
            if (digits > 0) {
                plain.appendCodePoint(Integer.parseInt(text.substring(at + 1, at + 1 + digits), 16));
                at += digits;
            } else {
                plain.append(
                        switch (escaped) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 't' -> '\t';
                            case 'b' -> '\b';
                            case 'f' -> '\f';
                            default -> escaped;
                        });
            }
        }
        return plain.toString();
    }
}
