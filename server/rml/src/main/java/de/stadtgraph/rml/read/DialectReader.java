package de.stadtgraph.rml.read;

import static de.stadtgraph.rml.read.Rml.csvw;
import static de.stadtgraph.rml.read.Rml.sg;

import de.stadtgraph.rml.rules.Dialect;
import de.stadtgraph.rml.rules.RuleException;
import de.stadtgraph.rml.rules.Unpivot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/// Reads `csvw:dialect` and `csvw:tableSchema` of a source.
final class DialectReader {
    private static final Set<String> KNOWN = Set.of(
            Rml.TYPE,
            csvw("delimiter"),
            csvw("quoteChar"),
            csvw("header"),
            csvw("headerRowCount"),
            csvw("skipRows"),
            csvw("encoding"),
            csvw("trim"),
            csvw("lineTerminators"),
            csvw("doubleQuote"));

    private final MappingGraph graph;

    DialectReader(MappingGraph graph) {
        this.graph = graph;
    }

    Dialect read(Node source) {
        List<String> columns = columns(source);
        boolean fill = fill(source);
        String stopAt = graph.text(source, sg("stopAt")).orElse("");
        int footer = number(graph.text(source, sg("footerRows")).orElse("0"), "sg:footerRows", graph.line(source));
        Unpivot unpivot = graph.one(source, sg("unpivot")).map(this::unpivot).orElse(null);
        Optional<Node> node = graph.one(source, csvw("dialect")).map(MappingGraph.Stated::object);
        if (node.isEmpty()) {
            return new Dialect(',', '"', 1, 0, columns, fill, false, stopAt, footer, unpivot);
        }
        Map<String, String> values = values(node.get());
        long line = graph.line(node.get());
        return new Dialect(
                character(values.getOrDefault("delimiter", ","), "csvw:delimiter", line),
                values.getOrDefault("quoteChar", "\"").isEmpty()
                        ? 0
                        : character(values.getOrDefault("quoteChar", "\""), "csvw:quoteChar", line),
                header(values, line),
                number(values.getOrDefault("skipRows", "0"), "csvw:skipRows", line),
                columns,
                fill,
                values.getOrDefault("trim", "false").equals("true"),
                stopAt,
                footer,
                unpivot);
    }

    private Map<String, String> values(Node dialect) {
        return graph.about(dialect).stream()
                .filter(stated -> !stated.predicate().equals(Rml.TYPE))
                .peek(DialectReader::check)
                .collect(Collectors.toMap(
                        stated -> stated.predicate().substring(Rml.CSVW.length()), MappingGraph::text, (a, _) -> a));
    }

    private static void check(MappingGraph.Stated stated) {
        if (!KNOWN.contains(stated.predicate())) {
            throw new RuleException(
                    "dialect", stated.line(), MappingGraph.word(stated.predicate()) + " of a dialect is not supported");
        }
    }

    private Unpivot unpivot(MappingGraph.Stated stated) {
        Node node = stated.object();
        String columns = unpivot(stated, "columns");
        try {
            Pattern.compile(columns);
        } catch (PatternSyntaxException broken) {
            throw new RuleException(
                    "unpivot", graph.line(node), "sg:columns is no pattern: " + broken.getDescription());
        }
        return new Unpivot(columns, unpivot(stated, "nameField"), unpivot(stated, "valueField"));
    }

    private String unpivot(MappingGraph.Stated stated, String property) {
        return graph.text(stated.object(), sg(property))
                .orElseThrow(() -> new RuleException("unpivot", stated.line(), "sg:unpivot wants sg:" + property));
    }

    private static int header(Map<String, String> values, long line) {
        int rows = number(values.getOrDefault("headerRowCount", "1"), "csvw:headerRowCount", line);
        return values.getOrDefault("header", "true").equals("false") ? 0 : Math.min(rows, 100);
    }

    private boolean fill(Node source) {
        String shortRows = graph.text(source, sg("shortRows")).orElse("reject");
        if (!shortRows.equals("fill") && !shortRows.equals("reject")) {
            throw new RuleException("dialect", graph.line(source), "sg:shortRows is `fill` or `reject`");
        }
        return shortRows.equals("fill");
    }

    private List<String> columns(Node source) {
        Optional<Node> schema = graph.one(source, csvw("tableSchema")).map(MappingGraph.Stated::object);
        List<String> names = new ArrayList<>();
        schema.ifPresent(node -> graph.all(node, csvw("column")).forEach(stated -> {
            for (Node column : members(stated.object())) {
                int number = names.size() + 1;
                names.add(graph.text(column, csvw("name")).orElse("_col." + number));
            }
        }));
        return List.copyOf(names);
    }

    private List<Node> members(Node node) {
        boolean list = node.equals(RDF.Nodes.nil) || graph.has(node, RDF.Nodes.first.getURI());
        return list ? graph.list(node) : List.of(node);
    }

    private static char character(String text, String property, long line) {
        String value = text.equals("\\t") ? "\t" : text;
        if (value.length() != 1 || value.charAt(0) >= 0x80 || value.equals("\n") || value.equals("\r")) {
            throw new RuleException("dialect", line, property + " must be one ASCII character, not `" + text + "`");
        }
        return value.charAt(0);
    }

    private static int number(String text, String property, long line) {
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException none) {
            throw new RuleException("dialect", line, property + " must be a number, not `" + text + "`");
        }
    }
}
