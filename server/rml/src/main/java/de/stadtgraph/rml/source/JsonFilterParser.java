package de.stadtgraph.rml.source;

import de.stadtgraph.rml.source.JsonFilter.Comparison;
import de.stadtgraph.rml.source.JsonFilter.Operand;
import de.stadtgraph.rml.source.JsonFilter.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Parses a [JsonFilter] and checks its types (RFC 9535, section 2.4.3).
final class JsonFilterParser {
    private static final int MOST_DEPTH = 50;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z_0-9]*");

    private final JsonPathText text;
    private int depth;

    JsonFilterParser(JsonPathText text) {
        this.text = text;
    }

    /// Parts between `||`.
    JsonFilter filter() {
        if (++depth > MOST_DEPTH) {
            throw text.broken("more than 50 brackets within each other");
        }
        List<JsonFilter> parts = new ArrayList<>();
        do {
            parts.add(all());
        } while (text.take("||"));
        depth--;
        return parts.size() == 1 ? parts.getFirst() : new JsonFilter.Either(List.copyOf(parts));
    }

    /// Parts between `&&`.
    private JsonFilter all() {
        List<JsonFilter> parts = new ArrayList<>();
        do {
            text.blanks();
            parts.add(one());
            text.blanks();
        } while (text.take("&&"));
        return parts.size() == 1 ? parts.getFirst() : new JsonFilter.Both(List.copyOf(parts));
    }

    private JsonFilter one() {
        if (text.take("!")) {
            text.blanks();
            boolean bracketed = text.peek() == '(';
            JsonFilter part = bracketed ? bracketed() : test();
            if (!bracketed && part instanceof JsonFilter.Compared) {
                throw text.broken("a comparison behind `!` needs brackets");
            }
            return new JsonFilter.Not(part);
        }
        return text.peek() == '(' ? bracketed() : test();
    }

    private JsonFilter bracketed() {
        text.expect("(");
        JsonFilter inner = filter();
        text.expect(")");
        return inner;
    }

    /// Something that exists, a function that decides, or a comparison.
    private JsonFilter test() {
        if (text.peek() == '@' || text.peek() == '$') {
            Query query = query();
            Comparison comparison = comparison();
            return comparison == null
                    ? new JsonFilter.Exists(query)
                    : new JsonFilter.Compared(single(query), comparison, operand());
        }
        if (text.take("match(")) {
            return fits(true);
        }
        if (text.take("search(")) {
            return fits(false);
        }
        Operand left = operand();
        Comparison comparison = comparison();
        if (comparison == null) {
            throw text.broken("expects a comparison");
        }
        return new JsonFilter.Compared(left, comparison, operand());
    }

    private @Nullable Comparison comparison() {
        text.blanks();
        for (Comparison comparison : Comparison.values()) {
            if (text.take(comparison.sign())) {
                text.blanks();
                return comparison;
            }
        }
        return null;
    }

    private Query query() {
        boolean relative = text.peek() == '@';
        text.skip();
        return new Query(relative, JsonPathParser.within(text));
    }

    private Operand single(Query query) {
        if (!query.path().isSingular()) {
            throw text.broken("the path before it may find several values, which cannot be compared");
        }
        return new JsonFilter.Single(query);
    }

    private Operand operand() {
        char next = text.peek();
        if (next == '@' || next == '$') {
            return single(query());
        }
        if (next == '\'' || next == '"') {
            return new JsonFilter.Literal(new JsonNode.JsonScalar(Value.text(text.quoted())));
        }
        String number = text.take(NUMBER);
        if (!number.isEmpty()) {
            return new JsonFilter.Literal(new JsonNode.JsonScalar(new Value(number, Value.Kind.NUMBER)));
        }
        String word = text.take(WORD);
        return text.take("(") ? function(word) : literal(word);
    }

    private Operand literal(String word) {
        return switch (word) {
            case "true", "false" ->
                new JsonFilter.Literal(new JsonNode.JsonScalar(new Value(word, Value.Kind.BOOLEAN)));
            case "null" -> new JsonFilter.Literal(new JsonNode.JsonNull());
            default -> throw text.broken("expects `@`, `$`, a number, a quoted text, true, false, null or a function");
        };
    }

    private Operand function(String name) {
        text.blanks();
        Operand value = switch (name) {
            case "length" -> new JsonFilter.Length(operand());
            case "count" -> new JsonFilter.Count(nodes());
            case "value" -> new JsonFilter.Single(nodes());
            default ->
                throw text.broken("there is no function `" + name + "` here; known are length, count, value and, as"
                        + " conditions, match, search");
        };
        text.blanks();
        text.expect(")");
        return value;
    }

    private Query nodes() {
        if (text.peek() != '@' && text.peek() != '$') {
            throw text.broken("expects a path");
        }
        return query();
    }

    private JsonFilter fits(boolean whole) {
        text.blanks();
        Operand tested = operand();
        text.blanks();
        text.expect(",");
        text.blanks();
        if (text.peek() != '\'' && text.peek() != '"') {
            throw text.broken("expects a quoted pattern");
        }
        String pattern = text.quoted();
        text.blanks();
        text.expect(")");
        try {
            return new JsonFilter.Fits(tested, JsonPattern.compile(pattern, whole));
        } catch (IllegalArgumentException wrong) {
            throw text.broken(String.valueOf(wrong.getMessage()));
        }
    }
}
