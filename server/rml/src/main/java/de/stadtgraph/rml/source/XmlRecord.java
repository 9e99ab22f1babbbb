package de.stadtgraph.rml.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// A record of XML: an element that was streamed. The tree for other expressions than simple ones is made on demand.
final class XmlRecord implements SourceRecord {
    private final XmlElement element;
    private final Set<String> nullTokens;
    private final XmlExpressions expressions;
    private @Nullable Element tree;

    XmlRecord(XmlElement element, Set<String> nullTokens, XmlExpressions expressions) {
        this.element = element;
        this.nullTokens = nullTokens;
        this.expressions = expressions;
    }

    @Override
    public List<Value> values(Reference reference) {
        if (!(reference instanceof XmlPath path)) {
            return List.of();
        }
        if (!path.simple()) {
            return values(expressions.evaluate(path, tree()), nullTokens);
        }
        List<Value> values = new ArrayList<>(1);
        collect(path.steps(), 0, element, values);
        return values;
    }

    /// The common case, a child element, without lists.
    @Override
    public boolean fill(Reference reference, Cells into, int slot) {
        if (!(reference instanceof XmlPath path)
                || !path.simple()
                || path.steps().size() != 1
                || !(path.steps().getFirst() instanceof XmlPath.Child child)) {
            return SourceRecord.super.fill(reference, into, slot);
        }
        XmlElement only = null;
        for (Object part : element.content()) {
            if (part instanceof XmlElement inner && child.matches(inner)) {
                if (only != null) {
                    return false;
                }
                only = inner;
            }
        }
        if (only != null && only.hasElements()) {
            return SourceRecord.super.fill(reference, into, slot);
        }
        if (only == null || (!nullTokens.isEmpty() && nullTokens.contains(only.text()))) {
            into.clear(slot);
        } else {
            into.set(slot, only.text());
        }
        return true;
    }

    private void collect(List<XmlPath.Step> steps, int at, XmlElement here, List<Value> values) {
        if (at == steps.size()) {
            add(value(here), values);
            return;
        }
        switch (steps.get(at)) {
            case XmlPath.Child child -> {
                for (Object part : here.content()) {
                    if (part instanceof XmlElement inner && child.matches(inner)) {
                        collect(steps, at + 1, inner, values);
                    }
                }
            }
            case XmlPath.Attribute attribute -> {
                String value = here.attribute(attribute.space(), attribute.name());
                if (value != null) {
                    add(Value.text(value), values);
                }
            }
            case XmlPath.Text _ -> {
                for (Object part : here.content()) {
                    if (part instanceof String text) {
                        add(Value.text(text), values);
                    }
                }
            }
        }
    }

    private void add(Value value, List<Value> values) {
        if (nullTokens.isEmpty() || !nullTokens.contains(value.text())) {
            values.add(value);
        }
    }

    /// An element that holds nothing but elements is structured; of all others the text counts.
    private static Value value(XmlElement element) {
        boolean structured = element.hasElements()
                && element.content().stream()
                        .allMatch(part ->
                                part instanceof XmlElement || part.toString().isBlank());
        return structured ? new Value(XmlText.write(element), Value.Kind.NODE) : Value.text(element.text());
    }

    /// The values of what an expression found.
    static List<Value> values(List<Object> found, Set<String> nullTokens) {
        List<Value> values = new ArrayList<>(found.size());
        for (Object item : found) {
            Value value = switch (item) {
                case Element node -> value(XmlText.element(node));
                case Attr attribute -> Value.text(attribute.getValue());
                case Node node -> Value.text(String.valueOf(node.getTextContent()));
                default -> Value.text(item.toString());
            };
            if (!nullTokens.contains(value.text())) {
                values.add(value);
            }
        }
        return values;
    }

    @Override
    public List<SourceRecord> inner(Reference iterator) {
        if (!(iterator instanceof XmlPath path)) {
            return List.of();
        }
        List<SourceRecord> records = new ArrayList<>();
        if (path.simple()) {
            elements(path.steps(), 0, element, records);
            return records;
        }
        for (Object found : expressions.evaluate(path, tree())) {
            if (found instanceof Element node) {
                records.add(new XmlRecord(XmlText.element(node), nullTokens, expressions));
            }
        }
        return records;
    }

    private void elements(List<XmlPath.Step> steps, int at, XmlElement here, List<SourceRecord> records) {
        if (at == steps.size()) {
            records.add(new XmlRecord(here, nullTokens, expressions));
            return;
        }
        if (steps.get(at) instanceof XmlPath.Child child) {
            for (Object part : here.content()) {
                if (part instanceof XmlElement inner && child.matches(inner)) {
                    elements(steps, at + 1, inner, records);
                }
            }
        }
    }

    private Element tree() {
        Element known = tree;
        if (known == null) {
            known = XmlText.tree(element);
            tree = known;
        }
        return known;
    }
}
