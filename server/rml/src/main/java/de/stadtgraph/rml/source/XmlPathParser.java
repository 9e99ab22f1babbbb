package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.RuleException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import org.jspecify.annotations.Nullable;

/// Compiles XPath 1.0: simple paths into steps, all others with the platform's processor. Stateless.
final class XmlPathParser {
    private static final Pattern NAME =
            Pattern.compile("(?:([\\p{L}_][\\p{L}\\p{N}_.-]*):)?([\\p{L}_][\\p{L}\\p{N}_.-]*|\\*)");
    private static final Pattern PREFIXED =
            Pattern.compile("(?<![\\p{L}\\p{N}_:'\"/.-])([\\p{L}_][\\p{L}\\p{N}_.-]*):(?!:)[\\p{L}_*]");

    private XmlPathParser() {}

    /// A reference below a record.
    static XmlPath parse(String text, Map<String, String> namespaces, long line) {
        List<XmlPath.Step> steps = steps(text.strip(), namespaces, line);
        if (steps == null) {
            compile(text, namespaces, line);
            return new XmlPath(text, List.of(), false, namespaces);
        }
        return new XmlPath(text, steps, true, namespaces);
    }

    /// The steps of a simple path, or null.
    private static @Nullable List<XmlPath.Step> steps(String text, Map<String, String> namespaces, long line) {
        List<XmlPath.Step> steps = new ArrayList<>();
        String rest = text.startsWith("./") ? text.substring(2) : text;
        if (rest.equals(".")) {
            return steps;
        }
        List<String> words = List.of(rest.split("/", -1));
        for (int i = 0; i < words.size(); i++) {
            boolean last = i == words.size() - 1;
            String word = words.get(i).strip();
            if (last && word.equals("text()")) {
                steps.add(new XmlPath.Text());
                continue;
            }
            boolean attribute = word.startsWith("@");
            Matcher name = NAME.matcher(attribute ? word.substring(1) : word);
            if (!name.matches() || (attribute && (!last || name.group(2).equals("*")))) {
                return null;
            }
            String space = space(name.group(1), name.group(2), namespaces, line);
            steps.add(
                    attribute ? new XmlPath.Attribute(space, name.group(2)) : new XmlPath.Child(space, name.group(2)));
        }
        return steps;
    }

    /// The IRI of a prefix; for `*` without prefix any namespace.
    static String space(@Nullable String prefix, String name, Map<String, String> namespaces, long line) {
        if (prefix == null) {
            return name.equals("*") ? "*" : "";
        }
        String space = prefix.equals("xml") ? XMLConstants.XML_NS_URI : namespaces.get(prefix);
        if (space == null) {
            throw new RuleException(
                    "unknown-prefix",
                    line,
                    "the prefix `" + prefix + "` of XPath is not declared with rml:namespace"
                            + Columns.suggestion(prefix, List.copyOf(namespaces.keySet())));
        }
        return space;
    }

    /// The expression for the platform's processor; not thread-safe.
    static XPathExpression compile(String text, Map<String, String> namespaces, long line) {
        Matcher prefixes = PREFIXED.matcher(text);
        while (prefixes.find()) {
            space(prefixes.group(1), "", namespaces, line);
        }
        XPath xpath = SafeXml.xpaths().newXPath();
        xpath.setNamespaceContext(new Prefixes(namespaces));
        try {
            return xpath.compile(text);
        } catch (XPathExpressionException broken) {
            String why = String.valueOf(broken.getMessage()).replaceFirst("^[a-zA-Z.]+Exception: ", "");
            throw new RuleException("xpath", line, "XPath `" + text + "` is broken: " + why);
        }
    }

    private record Prefixes(Map<String, String> byPrefix) implements NamespaceContext {
        @Override
        public String getNamespaceURI(String prefix) {
            return prefix.equals("xml")
                    ? XMLConstants.XML_NS_URI
                    : byPrefix.getOrDefault(prefix, XMLConstants.NULL_NS_URI);
        }

        @Override
        public @Nullable String getPrefix(String space) {
            return byPrefix.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(space))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Iterator<String> getPrefixes(String space) {
            String prefix = getPrefix(space);
            return prefix == null
                    ? List.<String>of().iterator()
                    : List.of(prefix).iterator();
        }
    }
}
