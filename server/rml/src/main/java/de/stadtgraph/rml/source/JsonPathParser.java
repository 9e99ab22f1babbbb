package de.stadtgraph.rml.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Parses a [JsonPath]. Bare names may hold more characters than RFC 9535 allows: all but those with a meaning.
final class JsonPathParser {
    private static final Pattern BARE_NAME = Pattern.compile("[^.\\[]+");
    private static final Pattern STRICT_NAME =
            Pattern.compile("[\\p{Alpha}_\\x{80}-\\x{10FFFF}][\\w\\x{80}-\\x{10FFFF}]*");
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");

    private final JsonPathText text;
    private final Pattern bareName;
    private final List<JsonPath.Step> steps = new ArrayList<>();

    private JsonPathParser(JsonPathText text, Pattern bareName) {
        this.text = text;
        this.bareName = bareName;
    }

    /// A whole path; the `$` at its start may be left out.
    static JsonPath parse(String path, long line) {
        var text = new JsonPathText(path, line);
        var parser = new JsonPathParser(text, BARE_NAME);
        if (!text.take("$") && text.peek() != '[') {
            parser.steps.add(new JsonPath.Name(parser.name()));
        }
        parser.segments();
        if (!text.isAtEnd()) {
            throw text.broken("expects `.` or `[`");
        }
        return new JsonPath(parser.steps);
    }

    /// What follows `@` or `$` within a filter; ends at what belongs to the filter.
    static JsonPath within(JsonPathText text) {
        var parser = new JsonPathParser(text, STRICT_NAME);
        parser.segments();
        return new JsonPath(parser.steps);
    }

    private void segments() {
        while (true) {
            if (text.take("..")) {
                steps.add(new JsonPath.Descendants());
                if (text.peek() != '[') {
                    afterDot();
                }
            } else if (text.take(".")) {
                if (text.peek() != '[') {
                    afterDot();
                }
            } else if (text.take("[")) {
                brackets();
            } else {
                return;
            }
        }
    }

    private void afterDot() {
        steps.add(text.take("*") ? new JsonPath.All() : new JsonPath.Name(name()));
    }

    private String name() {
        String name = text.take(bareName);
        if (name.isEmpty()) {
            throw text.broken("a name is missing");
        }
        for (char reserved : "]'\"()?*,@".toCharArray()) {
            if (name.indexOf(reserved) >= 0) {
                throw text.broken("a name cannot hold `" + reserved + "`; write ['…']");
            }
        }
        return name;
    }

    private void brackets() {
        List<JsonPath.Step> parts = new ArrayList<>();
        do {
            text.blanks();
            parts.add(selector());
            text.blanks();
        } while (text.take(","));
        text.expect("]");
        steps.add(parts.size() == 1 ? parts.getFirst() : new JsonPath.Union(List.copyOf(parts)));
    }

    private JsonPath.Step selector() {
        if (text.peek() == '\'' || text.peek() == '"') {
            return new JsonPath.Name(text.quoted());
        }
        if (text.take("*")) {
            return new JsonPath.All();
        }
        if (text.take("?")) {
            text.blanks();
            return new JsonPath.Filter(new JsonFilterParser(text).filter());
        }
        Integer start = integer();
        text.blanks();
        if (text.peek() == ':') {
            return slice(start);
        }
        if (start == null) {
            throw text.broken("expects a number, a slice, `*`, `?` or a quoted name");
        }
        return new JsonPath.Index(start);
    }

    private JsonPath.Step slice(@Nullable Integer start) {
        text.skip();
        text.blanks();
        Integer end = integer();
        text.blanks();
        Integer by = 1;
        if (text.take(":")) {
            text.blanks();
            by = integer();
        }
        return new JsonPath.Slice(start, end, by == null ? 1 : by);
    }

    private @Nullable Integer integer() {
        String digits = text.take(INTEGER);
        try {
            return digits.isEmpty() ? null : Integer.valueOf(digits);
        } catch (NumberFormatException large) {
            throw text.broken("the number before it is too large");
        }
    }
}
