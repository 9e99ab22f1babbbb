package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.Format;
import de.stadtgraph.rml.rules.LogicalSource;
import de.stadtgraph.rml.rules.RuleException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Opens logical sources and compiles references for them. Stateless.
public final class SourceFormat {
    private SourceFormat() {}

    /// Opens a source at its first record.
    public static RecordSource open(LogicalSource source) throws IOException {
        return open(source, List.of());
    }

    /// Opens a source at its first record.
    ///
    /// @param references those that will be asked: some need more of the document than its record
    public static RecordSource open(LogicalSource source, Collection<Reference> references) throws IOException {
        return switch (source.format()) {
            case CSV, SQL, SPARQL, SPARQL_CSV -> TableSource.open(source);
            case JSON -> json(source);
            case XML -> xml(source, references);
        };
    }

    /// Whether the source's file is read as it is, so that reading it again costs little.
    public static boolean isPlain(LogicalSource source) throws IOException {
        return FileKind.of(source.file()) == FileKind.PLAIN;
    }

    private static RecordSource json(LogicalSource source) throws IOException {
        JsonPath iterator = JsonPath.parse(source.iterator(), source.line());
        return iterator.isStreamable() ? JsonSource.open(source, iterator) : JsonDocument.open(source, iterator);
    }

    private static RecordSource xml(LogicalSource source, Collection<Reference> references) throws IOException {
        XmlIterator iterator = XmlIterator.parse(source);
        boolean whole =
                references.stream().anyMatch(reference -> reference instanceof XmlPath path && path.leavesRecord());
        SourceBytes file = SourceBytes.open(source);
        return iterator == null || whole ? XmlDocument.open(source, file) : XmlSource.open(source, file, iterator);
    }

    /// The column names of a table, from its header or its schema; of others the iterator is checked.
    public static List<String> columns(LogicalSource source) throws IOException {
        if (source.format() != Format.SQL && !Files.isRegularFile(source.file())) {
            throw new RuleException(
                    "source-missing",
                    source.line(),
                    "no file " + source.file().getFileName() + " for source " + source.name());
        }
        if (source.format().isTable()) {
            try (TableSource table = TableSource.open(source)) {
                return table.columns();
            }
        }
        if (source.format() == Format.JSON) {
            JsonPath.parse(source.iterator(), source.line());
        } else if (XmlIterator.parse(source) == null) {
            XmlPathParser.compile(source.iterator(), source.namespaces(), source.line());
        }
        return List.of();
    }

    /// Compiles a reference of a source.
    ///
    /// @param columns those of the source, if it is a table
    public static Reference reference(LogicalSource source, List<String> columns, String text, long line) {
        return source.format().isTable()
                ? Columns.find(columns, text, line)
                : inner(source.format(), source.namespaces(), text, line);
    }

    /// Compiles a reference that reads inside a record or value.
    ///
    /// @param namespaces prefix → IRI, for XPath
    public static Reference inner(Format format, Map<String, String> namespaces, String text, long line) {
        return switch (format) {
            case CSV, SQL, SPARQL, SPARQL_CSV -> new Column(-1, text);
            case JSON -> JsonPath.parse(text, line);
            case XML -> XmlPathParser.parse(text, namespaces, line);
        };
    }

    /// Whether a field of the inventory is what a path reads, or lies below it.
    public static boolean covers(Format format, String path, String field) {
        return switch (format) {
            case CSV, SQL, SPARQL, SPARQL_CSV -> path.equals(field);
            case JSON -> JsonPath.covers(path, field);
            case XML -> XmlPath.covers(path, field);
        };
    }

    /// The records that lie inside a text, as JSON in a cell of CSV.
    public static List<SourceRecord> inside(Format format, String text) throws IOException {
        return switch (format) {
            case CSV, SQL, SPARQL, SPARQL_CSV -> CsvText.records(text);
            case JSON -> List.of(JsonText.record(text));
            case XML -> List.of(XmlSource.record(text));
        };
    }
}
