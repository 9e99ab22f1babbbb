package de.stadtgraph.http.shapes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtgraph.chart.Diagram;
import de.stadtgraph.http.Phrases;
import de.stadtgraph.problem.Text;
import de.stadtgraph.workshop.Register.Release;
import de.stadtgraph.workshop.Register.Status;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A shape family or a module of the ontology as it is documented: page, diagram, JSON-LD context, CSV template.
/// Immutable.
///
/// @param place path of its page, without suffix
/// @param columns what suppliers of data fill
/// @param table the rules, or the terms, in words
public record Documented(
        String place,
        String name,
        String iri,
        Text title,
        Text description,
        String version,
        Status status,
        List<Column> columns,
        Diagram diagram,
        Function<Phrases, Table> table,
        List<Release> versions) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Documented {
        columns = List.copyOf(columns);
        versions = List.copyOf(versions);
    }

    /// A column of a table that suppliers fill.
    ///
    /// @param datatype IRI of the datatype; empty where none is demanded
    /// @param reference whether a value is a thing, not a text
    public record Column(String name, String property, String datatype, boolean reference) {}

    /// Words in rows.
    ///
    /// @param rows each begins with the name that an address ends in
    public record Table(List<String> heads, List<List<String>> rows) {
        public Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /// The head of a table for suppliers of data (RFC 4180).
    public String template() {
        return Stream.concat(Stream.of("id"), columns.stream().map(Column::name))
                        .distinct()
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /// What the columns mean (JSON-LD 1.1, section 3.1). `id` and `type` stand for the keywords unless a column is
    /// called so.
    public String context() {
        ObjectNode document = JSON.createObjectNode();
        ObjectNode context = document.putObject("@context");
        for (String keyword : List.of("id", "type")) {
            if (columns.stream().noneMatch(column -> column.name().equals(keyword))) {
                context.put(keyword, "@" + keyword);
            }
        }
        columns.forEach(column -> {
            ObjectNode term = (ObjectNode)
                    Optional.ofNullable(context.get(column.name())).orElseGet(() -> context.putObject(column.name()));
            term.put("@id", column.property());
            if (!column.datatype().isEmpty()) {
                term.put("@type", column.datatype());
            } else if (column.reference()) {
                term.put("@type", "@id");
            }
        });
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is always JSON", e);
        }
    }

    /// The diagram as SVG.
    public String svg(Phrases phrases) {
        return diagram.svg(phrases.get("register.diagramOf", title.in(phrases.language())));
    }
}
