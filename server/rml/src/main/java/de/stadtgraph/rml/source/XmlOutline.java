package de.stadtgraph.rml.source;

import com.fasterxml.aalto.UncheckedStreamException;
import de.stadtgraph.rml.rules.LogicalSource;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// What elements an XML file has: which of them are records, and how their parts are named. Immutable.
///
/// @param iterator path to the records; empty where there are none
/// @param references paths below a record, with prefixes
/// @param fields the same as the inventory names them, without prefixes
/// @param namespaces prefix → IRI
public record XmlOutline(
        String iterator, List<String> references, List<String> fields, Map<String, String> namespaces) {
    private static final int MOST_PATHS = 10_000;
    private static final int MOST_DEPTH = 100;
    private static final int MOST_ELEMENTS = 5_000_000;

    public XmlOutline {
        references = List.copyOf(references);
        fields = List.copyOf(fields);
        namespaces = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(namespaces));
    }

    /// The path to the records, or nothing.
    public String record() {
        return iterator;
    }

    /// Reads the whole file once; what is no well-formed XML is refused with its line.
    public static XmlOutline of(LogicalSource source) throws IOException {
        try (SourceBytes file = SourceBytes.open(source)) {
            XMLStreamReader reader = SafeXml.reader(file.input());
            return new Scan(reader).outline();
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? -1 : broken.getLocation().getLineNumber();
            throw new BrokenSourceException("broken-xml", line, "it is no well-formed XML (line " + line + ")");
        } catch (UncheckedStreamException late) {
            // Aalto reads text when it is asked for, outside the methods that may throw the checked exception
            throw new BrokenSourceException("broken-xml", -1, "it is no well-formed XML");
        }
    }

    /// What was seen of one path.
    private static final class Place {
        private final String path;
        private int count;
        private int most;
        private boolean inner;
        private boolean text;
        private final Set<String> attributes = new LinkedHashSet<>();

        Place(String path) {
            this.path = path;
        }
    }

    private static final class Scan {
        private final XMLStreamReader reader;
        private final Map<String, Place> places = new LinkedHashMap<>();
        private final Map<String, String> prefixes = new LinkedHashMap<>();
        private final Deque<Place> open = new ArrayDeque<>();
        private final Deque<Map<String, Integer>> siblings = new ArrayDeque<>();

        Scan(XMLStreamReader reader) {
            this.reader = reader;
        }

        XmlOutline outline() throws XMLStreamException, BrokenSourceException {
            siblings.push(new LinkedHashMap<>());
            int elements = 0;
            while (reader.hasNext() && elements < MOST_ELEMENTS) {
                switch (reader.next()) {
                    case XMLStreamReader.START_ELEMENT -> {
                        elements++;
                        start();
                    }
                    case XMLStreamReader.END_ELEMENT -> {
                        open.pop();
                        siblings.pop();
                    }
                    case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> {
                        Place here = open.peek();
                        if (here != null && !reader.isWhiteSpace()) {
                            here.text = true;
                        }
                    }
                    default -> {}
                }
            }
            return result();
        }

        private void start() throws BrokenSourceException {
            Place parent = open.peek();
            String name = name(reader.getPrefix(), reader.getNamespaceURI(), reader.getLocalName());
            String path = (parent == null ? "" : parent.path) + "/" + name;
            Place place = places.computeIfAbsent(path, Place::new);
            if (places.size() > MOST_PATHS || open.size() > MOST_DEPTH) {
                throw new BrokenSourceException(
                        "too-many-fields", -1, "it has too many different or too deep elements");
            }
            if (parent != null) {
                parent.inner = true;
            }
            place.count++;
            place.most = Math.max(place.most, siblings.element().merge(name, 1, Integer::sum));
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                String space = reader.getAttributeNamespace(i);
                place.attributes.add(
                        space == null || space.isEmpty()
                                ? reader.getAttributeLocalName(i)
                                : name(reader.getAttributePrefix(i), space, reader.getAttributeLocalName(i)));
            }
            open.push(place);
            siblings.push(new LinkedHashMap<>());
        }

        /// The name with a prefix that stands for its namespace everywhere in the outline.
        private String name(String prefix, String space, String local) {
            if (space == null || space.isEmpty()) {
                return local;
            }
            for (Map.Entry<String, String> known : prefixes.entrySet()) {
                if (known.getValue().equals(space)) {
                    return known.getKey() + ":" + local;
                }
            }
            String wanted = prefix == null || prefix.isEmpty() ? "d" : prefix;
            String free = wanted;
            for (int number = 2; prefixes.containsKey(free); number++) {
                free = wanted + number;
            }
            prefixes.put(free, space);
            return free + ":" + local;
        }

        private XmlOutline result() {
            Place best = null;
            for (Place place : places.values()) {
                boolean isRecord = place.most > 1 && (place.inner || !place.attributes.isEmpty());
                if (isRecord && (best == null || isBetter(place, best))) {
                    best = place;
                }
            }
            if (best == null) {
                best = places.values().iterator().next();
            }
            List<String> references = new ArrayList<>();
            for (Place place : places.values()) {
                if (place.path.equals(best.path) || place.path.startsWith(best.path + "/")) {
                    references.addAll(references(place, best.path));
                }
            }
            List<String> fields = references.stream()
                    .map(reference -> reference.replaceAll("(?<=^|[/@])[^/:@]+:", ""))
                    .toList();
            return new XmlOutline(best.path, references, fields, prefixes);
        }

        /// A list of things that lies higher up, or that is longer at the same height and inside no other.
        private static boolean isBetter(Place place, Place best) {
            boolean inside = place.path.startsWith(best.path + "/");
            return !inside && place.count > best.count;
        }

        private static List<String> references(Place place, String record) {
            List<String> found = new ArrayList<>();
            String below = place.path.equals(record) ? "" : place.path.substring(record.length() + 1);
            for (String attribute : place.attributes) {
                found.add(below.isEmpty() ? "@" + attribute : below + "/@" + attribute);
            }
            if (place.text && !place.inner) {
                found.add(below.isEmpty() ? "." : below);
            }
            return found;
        }
    }
}
