package de.stadtgraph.rml.rules;

import java.nio.file.Path;
import java.util.Set;

/// `rml:LogicalSource` (RML-IO): a file, how it is read, and what a record of it is.
///
/// @param name the name by which `--source NAME=FILE` replaces the file
/// @param iterator empty for CSV
/// @param encoding as declared, or empty
/// @param nullTokens texts that mean "no value" (`rml:null`)
public record LogicalSource(
        String name,
        Path file,
        Format format,
        String iterator,
        Dialect dialect,
        String encoding,
        Set<String> nullTokens,
        long line)
        implements Origin {
    /// Whether both read the same records in the same way, wherever the mapping says so.
    public boolean sameRecords(LogicalSource other) {
        return file.equals(other.file)
                && format == other.format
                && iterator.equals(other.iterator)
                && dialect.equals(other.dialect)
                && encoding.equals(other.encoding)
                && nullTokens.equals(other.nullTokens);
    }
}
