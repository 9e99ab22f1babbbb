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
    /// Its whole content, where that is one text or none.
    private @Nullable String only;
    /// Its whole content otherwise.
    private @Nullable List<Object> parts;
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
        if (parts != null) {
            return parts;
        }
        return only == null ? List.of() : List.of(only);
    }

    boolean hasElements() {
        return hasElements;
    }

    void add(XmlElement child) {
        hasElements = true;
        if (parts == null) {
            parts = new ArrayList<>();
            if (only != null) {
                parts.add(only);
            }
        }
        parts.add(child);
    }

    /// Adds text; pieces that follow each other are one text node.
    void add(String text) {
        if (text.isEmpty()) {
            return;
        }
        if (parts == null) {
            only = only == null ? text : only + text;
        } else if (parts.getLast() instanceof String before) {
            parts.set(parts.size() - 1, before + text);
        } else {
            parts.add(text);
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
        if (parts == null) {
            return only == null ? "" : only;
        }
        var text = new StringBuilder();
        collect(text);
        return text.toString();
    }

    private void collect(StringBuilder text) {
        for (Object part : content()) {
            if (part instanceof XmlElement child) {
                child.collect(text);
            } else {
                text.append(part);
            }
        }
    }
}
