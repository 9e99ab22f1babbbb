package de.stadtgraph.rml.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes sample records as XML: their elements and attributes with values, in the order of the fields. Stateless.
final class XmlSample {
    private XmlSample() {}

    /// An element being put together.
    private static final class Element {
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final Map<String, List<Element>> children = new LinkedHashMap<>();
        private String text = "";

        Element child(String name, int number) {
            List<Element> all = children.computeIfAbsent(name, _ -> new ArrayList<>());
            while (all.size() <= number) {
                all.add(new Element());
            }
            return all.get(number);
        }
    }

    static String write(SourceProfile profile, DraftPlan plan) {
        List<String> way =
                List.of(profile.shape().source().iterator().substring(1).split("/", -1));
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        for (int i = 0; i < way.size() - 1; i++) {
            text.append('<')
                    .append(way.get(i))
                    .append(i == 0 ? namespaces(profile) : "")
                    .append(">\n");
        }
        for (SampleRecord record : profile.sample()) {
            write(text, way.getLast(), element(record, plan), way.size() == 1 ? namespaces(profile) : "");
            text.append('\n');
        }
        for (int i = way.size() - 2; i >= 0; i--) {
            text.append("</").append(way.get(i)).append(">\n");
        }
        return text.toString();
    }

    private static String namespaces(SourceProfile profile) {
        var text = new StringBuilder();
        profile.shape()
                .source()
                .namespaces()
                .forEach((prefix, iri) -> text.append(" xmlns:")
                        .append(prefix)
                        .append("=\"")
                        .append(escaped(iri))
                        .append('"'));
        return text.toString();
    }

    private static Element element(SampleRecord record, DraftPlan plan) {
        Element root = new Element();
        for (DraftField field : plan.fields()) {
            List<String> values = record.values().get(field.index());
            for (int i = 0; i < values.size(); i++) {
                put(root, field.profile().reference(), i, SampleText.isHidden(field) ? "X" : values.get(i));
            }
        }
        return root;
    }

    /// Several values repeat the last element of the path.
    private static void put(Element root, String reference, int number, String value) {
        List<String> steps = List.of(reference.split("/", -1));
        boolean attribute = steps.getLast().startsWith("@");
        Element here = root;
        int elements = attribute ? steps.size() - 1 : steps.size();
        for (int i = 0; i < elements; i++) {
            if (!steps.get(i).equals(".")) {
                here = here.child(steps.get(i), i == elements - 1 ? number : 0);
            }
        }
        if (attribute) {
            here.attributes.put(steps.getLast().substring(1), value);
        } else {
            here.text = value;
        }
    }

    private static void write(StringBuilder text, String name, Element element, String namespaces) {
        text.append('<').append(name).append(namespaces);
        element.attributes.forEach((attribute, value) -> text.append(' ')
                .append(attribute)
                .append("=\"")
                .append(escaped(value))
                .append('"'));
        text.append('>').append(escaped(element.text));
        element.children.forEach((child, all) -> all.forEach(one -> write(text, child, one, "")));
        text.append("</").append(name).append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
