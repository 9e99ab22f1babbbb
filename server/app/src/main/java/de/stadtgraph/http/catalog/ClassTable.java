package de.stadtgraph.http.catalog;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.http.Labels;
import de.stadtgraph.http.Prefixes;
import de.stadtgraph.http.Visit;
import de.stadtgraph.vocabulary.Geo;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Rdfs;
import de.stadtgraph.vocabulary.Skos;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// All things of one class of one dataset: a row a thing, a column a property. A property whose values are codes takes
/// two columns, notation and label; a geometry is shown as WKT; several values are joined with ` | `.
///
/// Holds the things and the columns, not the rows. One request.
final class ClassTable {
    private static final String JOIN = " | ";
    private static final Set<Node> NAMES = Set.of(Rdf.TYPE, Skos.PREF_LABEL, Rdfs.LABEL);

    private final DatasetGraph data;
    private final Node graph;
    private final Labels labels;
    private final String codes;
    private final Node type;
    private final List<Node> things = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final Map<Node, String> notations = new HashMap<>();

    /// @param coded whether its values are concepts of the city
    private record Column(Node property, String name, boolean coded, boolean geometry) {}

    private ClassTable(Visit visit, Dataset dataset, Node type) {
        this.data = visit.generation().data();
        this.graph = visit.site().iris().graph(dataset.slug());
        this.labels = visit.labels();
        this.codes = visit.site().iris().iri("kos/");
        this.type = type;
    }

    static ClassTable of(Visit visit, Dataset dataset, Node type) {
        var table = new ClassTable(visit, dataset, type);
        table.data
                .find(table.graph, Node.ANY, Rdf.TYPE, type)
                .forEachRemaining(quad -> table.things.add(quad.getSubject()));
        table.things.sort(Comparator.comparing(Node::toString));
        table.lookAtColumns();
        return table;
    }

    Node type() {
        return type;
    }

    List<Node> things() {
        return things;
    }

    private void lookAtColumns() {
        Map<Node, Boolean> coded = new HashMap<>();
        for (Node thing : things) {
            Iterator<Quad> quads = data.find(graph, thing, Node.ANY, Node.ANY);
            while (quads.hasNext()) {
                Quad quad = quads.next();
                boolean code =
                        quad.getObject().isURI() && quad.getObject().getURI().startsWith(codes);
                coded.merge(quad.getPredicate(), code, Boolean::logicalOr);
            }
        }
        coded.keySet().removeAll(NAMES);
        Map<String, Long> uses =
                coded.keySet().stream().collect(Collectors.groupingBy(ClassTables::local, Collectors.counting()));
        Map<String, Column> sorted = new TreeMap<>();
        coded.forEach((property, code) -> {
            boolean geometry = property.equals(Geo.HAS_DEFAULT_GEOMETRY) || property.equals(Geo.HAS_GEOMETRY);
            String local = ClassTables.local(property);
            String name = uses.getOrDefault(local, 0L) > 1
                    ? Prefixes.shorten(property.getURI()).replace(':', '_')
                    : local;
            sorted.put(name, new Column(property, geometry ? "wkt" : name, code, geometry));
        });
        sorted.values().stream()
                .filter(column -> !column.geometry() || !property(Geo.HAS_DEFAULT_GEOMETRY, coded.keySet(), column))
                .forEach(columns::add);
    }

    /// Whether another property says the same geometry.
    private static boolean property(Node preferred, Set<Node> properties, Column column) {
        return !column.property().equals(preferred) && properties.contains(preferred);
    }

    List<String> header() {
        List<String> header = new ArrayList<>(List.of("iri", "label"));
        for (Column column : columns) {
            header.add(column.name());
            if (column.coded()) {
                header.add(column.name() + "_label");
            }
        }
        return header;
    }

    List<String> row(Node thing) {
        Map<Node, Set<Node>> values = new HashMap<>();
        Iterator<Quad> quads = data.find(graph, thing, Node.ANY, Node.ANY);
        while (quads.hasNext()) {
            Quad quad = quads.next();
            values.computeIfAbsent(quad.getPredicate(), _ -> new TreeSet<>(Comparator.comparing(Node::toString)))
                    .add(quad.getObject());
        }
        List<String> row = new ArrayList<>();
        row.add(thing.toString());
        row.add(labels.find(thing).map(Labels.Label::text).orElse(""));
        for (Column column : columns) {
            Set<Node> here = values.getOrDefault(column.property(), Set.of());
            row.add(here.stream().map(value -> shown(column, value)).collect(Collectors.joining(JOIN)));
            if (column.coded()) {
                row.add(here.stream()
                        .map(value -> value.isURI() ? labels.of(value).text() : "")
                        .collect(Collectors.joining(JOIN)));
            }
        }
        return row;
    }

    private String shown(Column column, Node value) {
        if (value.isLiteral()) {
            return value.getLiteralLexicalForm();
        }
        if (column.geometry()) {
            return literal(value, Geo.AS_WKT, value.toString());
        }
        return column.coded()
                ? notations.computeIfAbsent(value, code -> literal(code, Skos.NOTATION, code.toString()))
                : value.toString();
    }

    private String literal(Node subject, Node property, String otherwise) {
        Iterator<Quad> quads = data.findNG(Node.ANY, subject, property, Node.ANY);
        Node found = quads.hasNext() ? quads.next().getObject() : subject;
        return found.isLiteral() ? found.getLiteralLexicalForm() : otherwise;
    }
}
