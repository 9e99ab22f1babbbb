package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.RuleException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a JSONPath being read from its start to its end. Not thread-safe.
final class JsonPathText {
    private static final String BLANKS = " \t\r\n";

    private final String text;
    private final long line;
    private int at;

    JsonPathText(String text, long line) {
        this.text = text;
        this.line = line;
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    /// The next character, or 0 at the end.
    char peek() {
        return isAtEnd() ? 0 : text.charAt(at);
    }

    void skip() {
        at++;
    }

    void blanks() {
        while (!isAtEnd() && BLANKS.indexOf(peek()) >= 0) {
            at++;
        }
    }

    /// Takes the word if it comes next.
    boolean take(String word) {
        boolean comes = text.startsWith(word, at);
        at += comes ? word.length() : 0;
        return comes;
    }

    void expect(String word) {
        if (!take(word)) {
            throw broken("`" + word + "` is missing");
        }
    }

    /// What the pattern matches here, which is taken; empty if it does not.
    String take(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return "";
        }
        at = matcher.end();
        return matcher.group();
    }

    /// A quoted text with the escapes of JSON, and `\'`.
    String quoted() {
        char quote = peek();
        var name = new StringBuilder();
        for (at++; peek() != quote; at++) {
            if (isAtEnd()) {
                throw broken("a quote is missing");
            }
            name.append(peek() == '\\' ? escaped() : peek());
        }
        at++;
        return name.toString();
    }

    private char escaped() {
        at++;
        return switch (peek()) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                try {
                    yield (char) Integer.parseInt(text.substring(at - 3, Math.min(at + 1, text.length())), 16);
                } catch (IndexOutOfBoundsException | NumberFormatException wrong) {
                    at -= 4;
                    throw broken("four hexadecimal digits are missing behind `\\u`");
                }
            }
            case 0 -> throw broken("a quote is missing");
            default -> peek();
        };
    }

    RuleException broken(String what) {
        return new RuleException(
                "json-path", line, "JSONPath `" + text + "` is broken at position " + (at + 1) + ": " + what);
    }
}
