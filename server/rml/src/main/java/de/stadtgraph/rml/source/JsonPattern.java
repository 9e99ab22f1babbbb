package de.stadtgraph.rml.source;

import de.stadtgraph.rml.term.BoundedPattern;
import java.util.regex.Pattern;

/// Regular expressions of JSONPath (RFC 9485) in those of the platform. Stateless.
final class JsonPattern {
    private static final Pattern PROPERTY = Pattern.compile("[pP]\\{[A-Z][a-z]?}");

    private JsonPattern() {}

    /// @param whole whether the whole text must fit (`match`), or a part of it (`search`)
    /// @throws IllegalArgumentException with a sentence if the expression is broken
    static BoundedPattern compile(String expression, boolean whole) {
        var java = new StringBuilder(whole ? "\\A(?:" : "(?:");
        boolean inClass = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\\') {
                String escape = escape(expression, i + 1);
                java.append('\\').append(escape);
                i += escape.length();
            } else if (inClass) {
                java.append("&[".indexOf(c) >= 0 ? "\\" : "").append(c);
                inClass = c != ']';
            } else if (c == '.') {
                java.append("[^\\n\\r]");
            } else if (c == '^' || c == '$') {
                java.append('\\').append(c);
            } else if (c == '(' && expression.startsWith("?", i + 1)) {
                throw new IllegalArgumentException("the pattern `" + expression + "` has a `?` behind `(`");
            } else {
                java.append(c);
                inClass = c == '[';
                if (inClass && expression.startsWith("^", i + 1)) {
                    java.append('^');
                    i++;
                }
            }
        }
        return new BoundedPattern(java + (whole ? ")\\z" : ")"));
    }

    /// What follows a backslash: a sign that has a meaning, n, r, t, or a property of characters.
    private static String escape(String expression, int at) {
        var property = PROPERTY.matcher(expression).region(Math.min(at, expression.length()), expression.length());
        if (property.lookingAt()) {
            return property.group();
        }
        if (at < expression.length() && "()*+-.?[\\]^nrt{|}$".indexOf(expression.charAt(at)) >= 0) {
            return expression.substring(at, at + 1);
        }
        throw new IllegalArgumentException(
                "the pattern `" + expression + "` has an escape that is not known in JSONPath (RFC 9485)");
    }
}
