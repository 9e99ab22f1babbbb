package de.stadtgraph.rml.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Elements from a reader, to text, and to trees of the platform. Stateless.
final class XmlText {
    private XmlText() {}

    /// The element that opens here, still empty.
    static XmlElement element(XMLStreamReader reader) {
        int count = reader.getAttributeCount();
        List<XmlElement.Attribute> attributes = count == 0 ? List.of() : new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            attributes.add(new XmlElement.Attribute(
                    orEmpty(reader.getAttributeNamespace(i)),
                    reader.getAttributeLocalName(i),
                    orEmpty(reader.getAttributePrefix(i)),
                    reader.getAttributeValue(i)));
        }
        return new XmlElement(
                orEmpty(reader.getNamespaceURI()), reader.getLocalName(), orEmpty(reader.getPrefix()), attributes);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /// Notes the fields of a record.
    static void note(XmlElement element, FieldTree fields) throws BrokenSourceException {
        for (XmlElement.Attribute attribute : element.attributes()) {
            fields.enter("@" + attribute.name());
            mark(!attribute.value().isBlank(), fields);
            fields.leave();
        }
        if (!element.hasElements()) {
            mark(!element.text().isBlank(), fields);
            return;
        }
        boolean filled = false;
        for (Object part : element.content()) {
            if (part instanceof XmlElement child) {
                fields.enter(child.name());
                note(child, fields);
                fields.leave();
            } else {
                filled |= !part.toString().isBlank();
            }
        }
        if (filled) {
            fields.filled();
        }
    }

    private static void mark(boolean filled, FieldTree fields) {
        if (filled) {
            fields.filled();
        } else {
            fields.empty();
        }
    }

    /// The element as XML, with its namespaces.
    static String write(XmlElement element) {
        var text = new StringBuilder();
        write(element, text, new TreeMap<>());
        return text.toString();
    }

    private static void write(XmlElement element, StringBuilder text, Map<String, String> known) {
        Map<String, String> prefixes = new TreeMap<>(known);
        String name = qualified(element.prefix(), element.name());
        text.append('<').append(name);
        declare(element.prefix(), element.space(), prefixes, text);
        for (XmlElement.Attribute attribute : element.attributes()) {
            if (!attribute.prefix().isEmpty()) {
                declare(attribute.prefix(), attribute.space(), prefixes, text);
            }
            text.append(' ')
                    .append(qualified(attribute.prefix(), attribute.name()))
                    .append("=\"")
                    .append(escape(attribute.value()))
                    .append('"');
        }
        text.append('>');
        for (Object part : element.content()) {
            if (part instanceof XmlElement child) {
                write(child, text, prefixes);
            } else {
                text.append(escape(part.toString()));
            }
        }
        text.append("</").append(name).append('>');
    }

    private static String qualified(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + ":" + name;
    }

    private static void declare(String prefix, String space, Map<String, String> prefixes, StringBuilder text) {
        if (!prefix.equals("xml") && !space.equals(prefixes.getOrDefault(prefix, ""))) {
            prefixes.put(prefix, space);
            text.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix)
                    .append("=\"")
                    .append(escape(space))
                    .append('"');
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("every Java platform can make an empty document", impossible);
        }
    }

    /// The element in a tree of the platform, as the root of a document of its own.
    static Element tree(XmlElement element) {
        Document document = document();
        Element root = tree(element, document);
        document.appendChild(root);
        return root;
    }

    private static Element tree(XmlElement element, Document document) {
        Element node = start(element, document);
        for (Object part : element.content()) {
            Node child =
                    part instanceof XmlElement inner ? tree(inner, document) : document.createTextNode(part.toString());
            node.appendChild(child);
        }
        return node;
    }

    private static Element start(XmlElement element, Document document) {
        Element node = document.createElementNS(
                element.space().isEmpty() ? null : element.space(), qualified(element.prefix(), element.name()));
        for (XmlElement.Attribute attribute : element.attributes()) {
            node.setAttributeNS(
                    attribute.space().isEmpty() ? null : attribute.space(),
                    qualified(attribute.prefix(), attribute.name()),
                    attribute.value());
        }
        return node;
    }

    /// A whole document as a tree of the platform.
    static Document tree(XMLStreamReader reader) throws IOException {
        Document document = document();
        Node here = document;
        int depth = 0;
        int event = reader.getEventType();
        while (event != XMLStreamReader.END_DOCUMENT) {
            event = SafeXml.next(reader);
            if (event == XMLStreamReader.START_ELEMENT) {
                if (++depth > 1_000) {
                    throw new BrokenSourceException(
                            "too-deep",
                            reader.getLocation().getLineNumber(),
                            "elements more than 1,000 deep are not read");
                }
                Element child = start(element(reader), document);
                child.setUserData("line", reader.getLocation().getLineNumber(), null);
                here.appendChild(child);
                here = child;
            } else if (event == XMLStreamReader.END_ELEMENT) {
                depth--;
                here = java.util.Objects.requireNonNull(here.getParentNode());
            } else if (depth > 0 && isText(event)) {
                here.appendChild(document.createTextNode(reader.getText()));
            }
        }
        document.normalize();
        return document;
    }

    private static boolean isText(int event) {
        return event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.CDATA || event == XMLStreamReader.SPACE;
    }

    /// An element of the platform's tree as one of ours.
    static XmlElement element(Element node) {
        List<XmlElement.Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < node.getAttributes().getLength(); i++) {
            Node attribute = node.getAttributes().item(i);
            attributes.add(new XmlElement.Attribute(
                    orEmpty(attribute.getNamespaceURI()),
                    orEmpty(attribute.getLocalName()),
                    orEmpty(attribute.getPrefix()),
                    orEmpty(attribute.getNodeValue())));
        }
        var element = new XmlElement(
                orEmpty(node.getNamespaceURI()), orEmpty(node.getLocalName()), orEmpty(node.getPrefix()), attributes);
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                element.add(element(inner));
            } else {
                element.add(orEmpty(child.getNodeValue()));
            }
        }
        return element;
    }
}
