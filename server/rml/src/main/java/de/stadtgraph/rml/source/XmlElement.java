package de.stadtgraph.rml.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An element of XML with what lies inside it. Filled while it is read, then left alone.
final class XmlElement {
    private final String space;
    private final String name;
    private final String prefix;
    private final List<Attribute> attributes;
    private final List<Object> content = new ArrayList<>(4);
    private boolean hasElements;

    record Attribute(String space, String name, String prefix, String value) {}

    XmlElement(String space, String name, String prefix, List<Attribute> attributes) {
        this.space = space;
        this.name = name;
        this.prefix = prefix;
        this.attributes = attributes;
    }

    String space() {
        return space;
    }

    String name() {
        return name;
    }

    String prefix() {
        return prefix;
    }

    List<Attribute> attributes() {
        return attributes;
    }

    /// Elements and strings, in document order.
    List<Object> content() {
        return content;
    }

    boolean hasElements() {
        return hasElements;
    }

    void add(XmlElement child) {
        hasElements = true;
        content.add(child);
    }

    /// Adds text; pieces that follow each other are one text node.
    void add(String text) {
        int last = content.size() - 1;
        if (last >= 0 && content.get(last) instanceof String before) {
            content.set(last, before + text);
        } else if (!text.isEmpty()) {
            content.add(text);
        }
    }

    @Nullable
    String attribute(String attributeSpace, String attributeName) {
        for (Attribute attribute : attributes) {
            if (attribute.name.equals(attributeName) && attribute.space.equals(attributeSpace)) {
                return attribute.value;
            }
        }
        return null;
    }

    /// The string value (XPath 1.0, §5.2).
    String text() {
        if (content.size() == 1 && content.getFirst() instanceof String only) {
            return only;
        }
        var text = new StringBuilder();
        collect(text);
        return text.toString();
    }

    private void collect(StringBuilder text) {
        for (Object part : content) {
            if (part instanceof XmlElement child) {
                child.collect(text);
            } else {
                text.append(part);
            }
        }
    }
}
