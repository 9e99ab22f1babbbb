package de.stadtgraph.rml.rules;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
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
        return file.equals(other.file)
                && format == other.format
                && iterator.equals(other.iterator)
                && encoding.equals(other.encoding)
                && container.equals(other.container)
                && dialect.equals(other.dialect)
                && nullTokens.equals(other.nullTokens)
                && namespaces.equals(other.namespaces)
                && Objects.equals(database, other.database);
    }

    /// Written out, as for its parts: what the platform makes of a record it links anew at each start, and that takes
    /// longer than to map a small file.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof LogicalSource that
                        && line == that.line
                        && name.equals(that.name)
                        && sameRecords(that));
    }

    @Override
    public int hashCode() {
        return 31 * file.hashCode() + Long.hashCode(line);
    }
}
