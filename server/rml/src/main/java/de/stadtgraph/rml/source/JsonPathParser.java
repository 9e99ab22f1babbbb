package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.RuleException;
import java.util.ArrayList;
import java.util.List;

/// Parses a [JsonPath]. Not thread-safe.
final class JsonPathParser {
    private final String text;
    private final long line;
    private final List<JsonPath.Step> steps = new ArrayList<>();
    private int at;

    JsonPathParser(String text, long line) {
        this.text = text;
        this.line = line;
    }

    JsonPath parse() {
        if (text.startsWith("$")) {
            at = 1;
        } else if (!text.startsWith("[")) {
            steps.add(new JsonPath.Name(name()));
        }
        while (at < text.length()) {
            switch (text.charAt(at)) {
                case '.' -> dot();
                case '[' -> bracket();
                default -> throw broken("expects `.` or `[`");
            }
        }
        return new JsonPath(steps);
    }

    private void dot() {
        at++;
        if (at < text.length() && text.charAt(at) == '.') {
            steps.add(new JsonPath.Descendants());
            at++;
        }
        if (at < text.length() && text.charAt(at) == '[') {
            return;
        }
        if (at < text.length() && text.charAt(at) == '*') {
            at++;
            steps.add(new JsonPath.All());
            return;
        }
        steps.add(new JsonPath.Name(name()));
    }

    /// A bare name ends at the next step; blanks inside are taken as part of the name.
    private String name() {
        int start = at;
        while (at < text.length() && ".[".indexOf(text.charAt(at)) < 0) {
            if ("]'\"()?*,@".indexOf(text.charAt(at)) >= 0) {
                throw broken("a name cannot hold `" + text.charAt(at) + "`; write ['…']");
            }
            at++;
        }
        if (start == at) {
            throw broken("a name is missing");
        }
        return text.substring(start, at);
    }

    private void bracket() {
        at++;
        if (at >= text.length()) {
            throw broken("`]` is missing");
        }
        char first = text.charAt(at);
        if (first == '\'' || first == '"') {
            steps.add(new JsonPath.Name(quoted(first)));
        } else if (first == '*') {
            at++;
            steps.add(new JsonPath.All());
        } else {
            steps.add(new JsonPath.Index(index()));
        }
        if (at >= text.length() || text.charAt(at) != ']') {
            throw broken("`]` is missing (filters and slices are not supported)");
        }
        at++;
    }

    private String quoted(char quote) {
        var name = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != quote; at++) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            name.append(text.charAt(at));
        }
        if (at >= text.length()) {
            throw broken("a quote is missing");
        }
        at++;
        return name.toString();
    }

    private int index() {
        int start = at;
        while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Integer.parseInt(text.substring(start, at));
        } catch (NumberFormatException none) {
            throw broken("expects a number, `*` or a quoted name (filters and slices are not supported)");
        }
    }

    private RuleException broken(String what) {
        return new RuleException(
                "json-path", line, "JSONPath `" + text + "` is broken at position " + (at + 1) + ": " + what);
    }
}
