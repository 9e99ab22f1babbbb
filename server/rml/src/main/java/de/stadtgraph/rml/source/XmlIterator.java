package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.LogicalSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An iterator of XPath that can be followed while elements open: `/a/b`, `//x`, `ns:x`, `*`, `[n]`, `[@a='v']`.
/// Immutable.
record XmlIterator(List<Step> steps) {
    private static final Pattern STEP = Pattern.compile("(//?)"
            + "(?:([\\p{L}_][\\p{L}\\p{N}_.-]*):)?([\\p{L}_][\\p{L}\\p{N}_.-]*|\\*)"
            + "(?:\\[(?:(\\d{1,9})|@([\\p{L}_][\\p{L}\\p{N}_.-]*)\\s*=\\s*(?:'([^']*)'|\"([^\"]*)\"))])?");

    XmlIterator {
        steps = List.copyOf(steps);
    }

    /// A step.
    ///
    /// @param anywhere whether it may lie deeper than a child (`//`)
    /// @param position among the matching children of one parent, 0 for any
    /// @param attribute name of an attribute that must have the value, or empty
    record Step(boolean anywhere, XmlPath.Child name, int position, String attribute, String value) {
        private boolean matches(XmlElement element) {
            return name.matches(element) && (attribute.isEmpty() || value.equals(element.attribute("", attribute)));
        }
    }

    /// The steps; null where the path has others, which need the whole document.
    static @Nullable XmlIterator parse(LogicalSource source) {
        String text = source.iterator().strip();
        if (!text.startsWith("/")) {
            text = "/" + text;
        }
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(text);
        int at = 0;
        while (at < text.length() && matcher.find(at) && matcher.start() == at) {
            String space = XmlPathParser.space(matcher.group(2), matcher.group(3), source.namespaces(), source.line());
            int position = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
            String attribute = matcher.group(5) == null ? "" : matcher.group(5);
            String value = matcher.group(6) != null ? matcher.group(6) : matcher.group(7);
            steps.add(new Step(
                    matcher.group(1).equals("//"),
                    new XmlPath.Child(space, matcher.group(3)),
                    position,
                    attribute,
                    value == null ? "" : value));
            at = matcher.end();
        }
        return at == text.length() && !steps.isEmpty() ? new XmlIterator(steps) : null;
    }

    /// Whether there may be a record within a record.
    boolean mayNest() {
        return steps.stream().anyMatch(Step::anywhere);
    }

    /// Above the root element.
    Place start() {
        return new Place(this, new boolean[] {true});
    }

    /// How far the steps have come at an element.
    static final class Place {
        private final XmlIterator iterator;
        private final boolean[] reached;
        private final Map<Integer, Integer> positions = new HashMap<>();

        private Place(XmlIterator iterator, boolean[] reached) {
            this.iterator = iterator;
            this.reached = reached;
        }

        /// The place of a child that opens here.
        Place child(XmlElement element) {
            List<Step> steps = iterator.steps;
            boolean[] next = new boolean[steps.size() + 1];
            for (int i = 0; i < steps.size() && i < reached.length; i++) {
                Step step = steps.get(i);
                if (reached[i]) {
                    next[i] |= step.anywhere;
                    next[i + 1] |= step.matches(element) && isInPosition(i, step);
                }
            }
            return new Place(iterator, next);
        }

        private boolean isInPosition(int index, Step step) {
            return step.position == 0 || positions.merge(index, 1, Integer::sum) == step.position;
        }

        /// Whether the element is one of those sought.
        boolean isFound() {
            return reached.length > iterator.steps.size() && reached[iterator.steps.size()];
        }
    }
}
