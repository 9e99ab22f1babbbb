package de.stadtgraph.rml.source;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A path through XML (XPath 1.0): its simple steps where it has no others, and always the whole expression.
/// Immutable.
///
/// @param text the expression
/// @param steps child steps, then at most an attribute or text step; empty: the record itself
/// @param simple whether `steps` say it all; otherwise it is evaluated by a processor of XPath
/// @param namespaces prefix → IRI
public record XmlPath(String text, List<Step> steps, boolean simple, Map<String, String> namespaces)
        implements Reference {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.@/-]+(?<!/)");

    public XmlPath {
        steps = List.copyOf(steps);
        namespaces = Map.copyOf(namespaces);
    }

    /// A step of a simple path.
    sealed interface Step {}

    /// A child element; `*` stands for any name or namespace.
    record Child(String space, String name) implements Step {
        boolean matches(XmlElement element) {
            return (name.equals("*") || name.equals(element.name()))
                    && (space.equals("*") || space.equals(element.space()));
        }
    }

    /// An attribute.
    record Attribute(String space, String name) implements Step {}

    /// The text nodes.
    record Text() implements Step {}

    /// The path as the inventory writes it: names without prefixes, `@a`, without `text()`.
    @Override
    public String field() {
        if (!simple) {
            String plain = text.replaceAll("\\[[^\\]]*]", "").replaceAll("[\\p{L}_][\\p{L}\\p{N}_.-]*:(?!:)", "");
            return PLAIN.matcher(plain).matches() ? plain : "**";
        }
        var field = new StringBuilder();
        for (Step step : steps) {
            String word = switch (step) {
                case Child child -> child.name();
                case Attribute attribute -> "@" + attribute.name();
                case Text _ -> "";
            };
            field.append(field.isEmpty() || word.isEmpty() ? "" : "/").append(word);
        }
        return field.toString();
    }

    /// Whether it may look at what lies outside its record.
    public boolean leavesRecord() {
        return !simple
                && (text.contains("..")
                        || text.startsWith("/")
                        || text.matches("(?s).*[\\s(\\[|=,]/.*")
                        || text.matches("(?s).*\\b(ancestor|ancestor-or-self|parent|preceding|following)[a-z-]*::.*")
                        || text.matches("(?s).*\\bid\\s*\\(.*"));
    }

    /// Whether the field of the inventory is this node or lies below it.
    static boolean covers(String path, String field) {
        return path.isEmpty() || path.equals("**") || field.equals(path) || field.startsWith(path + "/");
    }
}
