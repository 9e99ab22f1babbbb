package de.stadtgraph.rml.read;

import static de.stadtgraph.rml.read.Rml.csvw;
import static de.stadtgraph.rml.read.Rml.d2rq;
import static de.stadtgraph.rml.read.Rml.rml;
import static de.stadtgraph.rml.read.Rml.sg;

import de.stadtgraph.rml.rules.Container;
import de.stadtgraph.rml.rules.Database;
import de.stadtgraph.rml.rules.Format;
import de.stadtgraph.rml.rules.LogicalSource;
import de.stadtgraph.rml.rules.RuleException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
            rml("compression"),
            d2rq("jdbcDSN"),
            d2rq("jdbcDriver"),
            sg("shortRows"),
            sg("stopAt"),
            sg("footerRows"),
            sg("unpivot"),
            sg("member"),
            sg("sheet"));

    /// Words of R2RML and of the first RML by which a logical source is a table or a query.
    private static final List<String> TABLES = List.of("tableName", "sqlQuery", "query");

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
        if (graph.isLegacy() && TABLES.stream().anyMatch(word -> graph.has(node, rml(word)))) {
            return table(node, line);
        }
        MappingGraph.Stated stated = graph.one(node, rml("source"))
                .orElseThrow(() -> new RuleException("no-source", line, "rml:source is missing"));
        Node source = stated.object();
        if (source.isLiteral() && !graph.isLegacy()) {
            throw new RuleException("source-kind", stated.line(), "rml:source wants a node with rml:path or csvw:url");
        }
        checkProperties(source);
        MappingGraph.Stated formulation = graph.one(node, rml("referenceFormulation"))
                .orElseThrow(() -> new RuleException("no-format", line, "rml:referenceFormulation is missing"));
        Format format = format(formulation);
        Optional<String> dsn = graph.text(source, d2rq("jdbcDSN"));
        if (dsn.isPresent() != (format == Format.SQL)) {
            throw new RuleException("source-kind", stated.line(), "SQL and d2rq:jdbcDSN belong together");
        }
        String path = dsn.isPresent() ? "" : path(source, stated.line());
        String name = name(node, source, path);
        Database database = dsn.map(address -> places.database(name, address, stated.line()))
                .orElse(null);
        Path file = database == null ? places.file(name, path, stated.line()) : places.folder();
        Path other = database == null ? files.putIfAbsent(name, file) : null;
        if (other != null && !other.equals(file)) {
            throw new RuleException("source-name", stated.line(), "two files share the source name `" + name + "`");
        }
        return new LogicalSource(
                name,
                file,
                container(source),
                format,
                iterator(node, format, formulation),
                dialects.read(source),
                encoding(source),
                nullTokens(source),
                namespaces(formulation.object()),
                database,
                line);
    }

    /// A logical table of R2RML, or of the first RML.
    private LogicalSource table(Node node, long line) {
        Node database = graph.one(node, rml("source"))
                .map(MappingGraph.Stated::object)
                .or(this::onlyDatabase)
                .orElseThrow(() -> new RuleException(
                        "no-source",
                        line,
                        "a logical table needs its database: one node with d2rq:jdbcDSN, or rml:source at each table"));
        checkProperties(database);
        String dsn = graph.text(database, d2rq("jdbcDSN"))
                .orElseThrow(() -> new RuleException("source-kind", line, "the database lacks d2rq:jdbcDSN"));
        String name = named(database).or(() -> named(node)).orElse("database");
        String query = graph.text(node, rml("tableName"))
                .map(SourceReader::selecting)
                .or(() -> graph.text(node, rml("sqlQuery")))
                .or(() -> graph.text(node, rml("query")))
                .orElseThrow();
        return new LogicalSource(
                name,
                places.folder(),
                container(database),
                Format.SQL,
                query,
                dialects.read(database),
                "",
                Set.of(),
                Map.of(),
                places.database(name, dsn, line),
                line);
    }

    private Optional<Node> onlyDatabase() {
        List<Node> databases = graph.subjects().stream()
                .filter(subject -> graph.has(subject, d2rq("jdbcDSN")))
                .toList();
        return databases.size() == 1 ? Optional.of(databases.getFirst()) : Optional.empty();
    }

    private String iterator(Node node, Format format, MappingGraph.Stated formulation) {
        Optional<String> iterator = graph.text(node, rml("iterator"));
        return switch (format) {
            case CSV -> "";
            case JSON ->
                iterator.map(text -> graph.isLegacy() ? LegacyVocabulary.path(text) : text)
                        .orElse("$");
            case XML -> iterator.orElse("/*");
            case SPARQL, SPARQL_CSV ->
                iterator.orElseThrow(() ->
                        new RuleException("no-iterator", graph.line(node), "rml:iterator must hold the SPARQL query"));
            case SQL -> {
                String text = iterator.orElseThrow(() -> new RuleException(
                        "no-iterator", graph.line(node), "rml:iterator must hold the table or the SQL query"));
                boolean table = MappingGraph.word(MappingGraph.iri(formulation)).endsWith("Table");
                yield table ? selecting(text) : text;
            }
        };
    }

    /// The query for a table; what is in quotes, or has a schema before it, is a name already.
    private static String selecting(String table) {
        boolean isName = table.matches("\\w+(\\.\\w+)*") || table.matches("\"[^\"]+\"(\\.\"[^\"]+\")*");
        return "SELECT * FROM " + (isName ? table : '"' + table.replace("\"", "\"\"") + '"');
    }

    private Container container(Node source) {
        Container.Compression compression = graph.one(source, rml("compression"))
                .map(SourceReader::compression)
                .orElse(Container.Compression.DETECTED);
        return new Container(
                compression,
                graph.text(source, sg("member")).orElse(""),
                graph.text(source, sg("sheet")).orElse(""));
    }

    static Container.Compression compression(MappingGraph.Stated stated) {
        return switch (MappingGraph.word(MappingGraph.iri(stated))) {
            case "rml:none" -> Container.Compression.NONE;
            case "rml:gzip" -> Container.Compression.GZIP;
            case "rml:zip" -> Container.Compression.ZIP;
            case "rml:targz" -> Container.Compression.TAR_GZIP;
            case "rml:tarxz" -> Container.Compression.TAR_XZ;
            default ->
                throw new RuleException(
                        "compression",
                        stated.line(),
                        "there is no " + MappingGraph.word(MappingGraph.iri(stated))
                                + "; known are rml:none, rml:gzip, rml:zip, rml:targz, rml:tarxz");
        };
    }

    private Map<String, String> namespaces(Node formulation) {
        Map<String, String> namespaces = new LinkedHashMap<>();
        for (MappingGraph.Stated stated : graph.all(formulation, rml("namespace"))) {
            Node namespace = stated.object();
            String prefix = graph.text(namespace, rml("namespacePrefix")).orElse("");
            String space = graph.one(namespace, rml("namespaceURL"))
                    .map(url -> url.object().isURI() ? MappingGraph.iri(url) : MappingGraph.text(url))
                    .orElse("");
            if (prefix.isEmpty() || space.isEmpty()) {
                throw new RuleException(
                        "namespace", stated.line(), "rml:namespace wants rml:namespacePrefix and rml:namespaceURL");
            }
            namespaces.put(prefix, space);
        }
        return namespaces;
    }

    private void checkProperties(Node source) {
        for (MappingGraph.Stated stated : graph.about(source)) {
            boolean login = stated.predicate().equals(d2rq("username"))
                    || stated.predicate().equals(d2rq("password"));
            if (login && MappingGraph.text(stated).startsWith("$")) {
                // A placeholder for what the caller gives.
                continue;
            }
            if (login) {
                throw new RuleException(
                        "login", stated.line(), "a login does not belong into a mapping: the caller gives it");
            }
            if (!KNOWN.contains(stated.predicate())) {
                throw new RuleException(
                        "source-property",
                        stated.line(),
                        MappingGraph.word(stated.predicate()) + " of a source is not supported");
            }
        }
    }

    /// The format that a reference formulation stands for, named or described.
    Format format(MappingGraph.Stated stated) {
        Node node = stated.object();
        if (graph.isA(node, rml("XPathReferenceFormulation")) || graph.has(node, rml("namespace"))) {
            return Format.XML;
        }
        return switch (MappingGraph.word(MappingGraph.iri(stated))) {
            case "rml:CSV" -> Format.CSV;
            case "rml:JSONPath" -> Format.JSON;
            case "rml:XPath" -> Format.XML;
            case "rml:SQL2008Table", "rml:SQL2008Query" -> Format.SQL;
            case "formats:SPARQL_Results_CSV" -> Format.SPARQL_CSV;
            case "formats:SPARQL_Results_TSV", "formats:SPARQL_Results_JSON", "formats:SPARQL_Results_XML" ->
                Format.SPARQL;
            default ->
                throw new RuleException(
                        "format",
                        stated.line(),
                        "the reference formulation " + MappingGraph.word(MappingGraph.iri(stated))
                                + " is not supported; known are rml:CSV, rml:JSONPath, rml:XPath, rml:SQL2008Table,"
                                + " rml:SQL2008Query, formats:SPARQL_Results_CSV");
        };
    }

    private String path(Node source, long line) {
        if (source.isLiteral()) {
            return source.getLiteralLexicalForm();
        }
        graph.one(source, rml("root")).ifPresent(root -> {
            if (!root.object().hasURI(rml("MappingDirectory"))
                    && !root.object().hasURI(rml("CurrentWorkingDirectory"))) {
                throw new RuleException(
                        "source-path",
                        root.line(),
                        "rml:root can only be rml:MappingDirectory or rml:CurrentWorkingDirectory");
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
        if (graph.isLegacy()) {
            // What engines of the first RML do.
            tokens.add("");
        }
        graph.all(source, rml("null")).forEach(stated -> tokens.add(MappingGraph.text(stated)));
        return Set.copyOf(tokens);
    }
}
