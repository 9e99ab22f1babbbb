package de.stadtgraph.rml.rules;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `rml:LogicalSource` (RML-IO): a file or database, how it is read, and what a record of it is.
///
/// @param name the name by which `--source NAME=FILE` replaces the file
/// @param file of a database: the mapping itself
/// @param iterator a path, a table or a query; empty for CSV
/// @param encoding as declared, or empty
/// @param nullTokens texts that mean "no value" (`rml:null`)
/// @param namespaces prefix → IRI for XPath (`rml:namespace`)
/// @param database where rows of SQL come from
public record LogicalSource(
        String name,
        Path file,
        Container container,
        Format format,
        String iterator,
        Dialect dialect,
        String encoding,
        Set<String> nullTokens,
        Map<String, String> namespaces,
        @Nullable Database database,
        long line)
        implements Origin {
    public LogicalSource {
        nullTokens = Set.copyOf(nullTokens);
        namespaces = Map.copyOf(namespaces);
    }

    /// A file in its format's usual form, the iterator being its root.
    public static LogicalSource of(String name, Path file, Format format) {
        String iterator = switch (format) {
            case JSON -> "$";
            case XML -> "/*";
            case CSV, SQL, SPARQL, SPARQL_CSV -> "";
        };
        return new LogicalSource(
                name,
                file,
                Container.unstated(),
                format,
                iterator,
                Dialect.standard(),
                "",
                Set.of(),
                Map.of(),
                null,
                0);
    }

    /// The same read with another iterator.
    public LogicalSource withIterator(String path) {
        return new LogicalSource(
                name, file, container, format, path, dialect, encoding, nullTokens, namespaces, database, line);
    }

    /// The same read in another dialect and encoding.
    public LogicalSource withDialect(Dialect other, String charset) {
        return new LogicalSource(
                name, file, container, format, iterator, other, charset, nullTokens, namespaces, database, line);
    }

    /// The same of another part of its file.
    public LogicalSource withContainer(Container other) {
        return new LogicalSource(
                name, file, other, format, iterator, dialect, encoding, nullTokens, namespaces, database, line);
    }

    /// The same with other texts for "no value" and other prefixes.
    public LogicalSource with(Set<String> nulls, Map<String, String> prefixes) {
        return new LogicalSource(
                name, file, container, format, iterator, dialect, encoding, nulls, prefixes, database, line);
    }

    /// Whether both read the same records in the same way, wherever the mapping says so.
    public boolean sameRecords(LogicalSource other) {
        return at(0).equals(other.at(0));
    }

    /// The name and the place where it is described make no difference to what is read.
    private LogicalSource at(long where) {
        return new LogicalSource(
                "", file, container, format, iterator, dialect, encoding, nullTokens, namespaces, database, where);
    }
}
