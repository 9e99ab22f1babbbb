package de.stadtgraph.rml.read;

import static de.stadtgraph.rml.read.Rml.csvw;
import static de.stadtgraph.rml.read.Rml.rml;
import static de.stadtgraph.rml.read.Rml.sg;

import de.stadtgraph.rml.rules.Dialect;
import de.stadtgraph.rml.rules.Format;
import de.stadtgraph.rml.rules.LogicalSource;
import de.stadtgraph.rml.rules.RuleException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/// Reads logical sources and the files behind them (RML-IO).
final class SourceReader {
    private static final Set<String> KNOWN = Set.of(
            Rml.TYPE,
            Rml.LABEL,
            rml("path"),
            rml("root"),
            rml("null"),
            rml("encoding"),
            csvw("url"),
            csvw("dialect"),
            csvw("tableSchema"),
            sg("shortRows"));

    private final MappingGraph graph;
    private final Places places;
    private final DialectReader dialects;
    private final Map<String, Path> files = new LinkedHashMap<>();
    private final Map<String, String> fileNames = new HashMap<>();

    SourceReader(MappingGraph graph, Places places) {
        this.graph = graph;
        this.places = places;
        this.dialects = new DialectReader(graph);
    }

    /// The names of the sources read so far, with their files.
    Map<String, Path> files() {
        return files;
    }

    LogicalSource read(Node node) {
        long line = graph.line(node);
        MappingGraph.Stated stated = graph.one(node, rml("source"))
                .orElseThrow(() -> new RuleException("no-source", line, "rml:source is missing"));
        Node source = stated.object();
        if (source.isLiteral()) {
            throw new RuleException("source-kind", stated.line(), "rml:source wants a node with rml:path or csvw:url");
        }
        checkProperties(source);
        Format format = format(node, line);
        String path = path(source, stated.line());
        String name = name(node, source, path);
        Path file = places.file(name, path, stated.line());
        Path other = files.putIfAbsent(name, file);
        if (other != null && !other.equals(file)) {
            throw new RuleException("source-name", stated.line(), "two files share the source name `" + name + "`");
        }
        String iterator = graph.text(node, rml("iterator")).orElse("$");
        Dialect dialect = dialects.read(source);
        return new LogicalSource(
                name,
                file,
                format,
                format == Format.CSV ? "" : iterator,
                dialect,
                encoding(source),
                nullTokens(source),
                line);
    }

    private void checkProperties(Node source) {
        for (MappingGraph.Stated stated : graph.about(source)) {
            boolean compression = stated.predicate().equals(rml("compression"));
            if (compression && stated.object().hasURI(rml("none"))) {
                continue;
            }
            if (!KNOWN.contains(stated.predicate())) {
                throw new RuleException(
                        "source-property",
                        stated.line(),
                        MappingGraph.word(stated.predicate()) + " of a source is not supported");
            }
        }
    }

    private Format format(Node node, long line) {
        MappingGraph.Stated stated = graph.one(node, rml("referenceFormulation"))
                .orElseThrow(() -> new RuleException("no-format", line, "rml:referenceFormulation is missing"));
        return format(stated);
    }

    static Format format(MappingGraph.Stated stated) {
        return switch (MappingGraph.word(MappingGraph.iri(stated))) {
            case "rml:CSV" -> Format.CSV;
            case "rml:JSONPath" -> Format.JSON;
            default ->
                throw new RuleException(
                        "format",
                        stated.line(),
                        "the reference formulation " + MappingGraph.word(MappingGraph.iri(stated))
                                + " is not supported; known are rml:CSV, rml:JSONPath");
        };
    }

    private String path(Node source, long line) {
        graph.one(source, rml("root")).ifPresent(root -> {
            if (!root.object().hasURI(rml("MappingDirectory"))) {
                throw new RuleException("source-path", root.line(), "rml:root can only be rml:MappingDirectory");
            }
        });
        return graph.text(source, rml("path"))
                .or(() -> graph.one(source, csvw("url"))
                        .map(url ->
                                url.object().isURI() ? lastSegment(url.object().getURI()) : MappingGraph.text(url)))
                .filter(path -> !path.isBlank())
                .orElseThrow(() -> new RuleException("source-path", line, "rml:path or csvw:url is missing"));
    }

    /// The label or IRI of one of the nodes; else the file's name, without its ending if that is not taken.
    private String name(Node logicalSource, Node source, String path) {
        return named(source).or(() -> named(logicalSource)).orElseGet(() -> {
            String file = String.valueOf(Path.of(path).getFileName());
            String stem = file.replaceFirst("\\.[^.]*$", "");
            return fileNames.getOrDefault(stem, file).equals(file) ? stem(stem, file) : file;
        });
    }

    private String stem(String stem, String file) {
        fileNames.put(stem, file);
        return stem;
    }

    private Optional<String> named(Node node) {
        Optional<String> label = graph.all(node, Rml.LABEL).stream().findFirst().map(MappingGraph::text);
        return node.isURI() && label.isEmpty()
                ? Optional.of(lastSegment(node.getURI())).filter(name -> !name.isEmpty())
                : label;
    }

    private static String lastSegment(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }

    private String encoding(Node source) {
        Optional<Node> dialect = graph.one(source, csvw("dialect")).map(MappingGraph.Stated::object);
        Optional<String> declared = dialect.flatMap(node -> graph.text(node, csvw("encoding")));
        return graph.one(source, rml("encoding"))
                .map(stated -> stated.object().isURI()
                        ? stated.object().getURI().replace(Rml.NAMESPACE, "")
                        : MappingGraph.text(stated))
                .or(() -> declared)
                .orElse("");
    }

    private Set<String> nullTokens(Node source) {
        Set<String> tokens = new LinkedHashSet<>();
        graph.all(source, rml("null")).forEach(stated -> tokens.add(MappingGraph.text(stated)));
        return Set.copyOf(tokens);
    }
}
