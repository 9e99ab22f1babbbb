package de.stadtgraph.rml.source;

import java.io.IOException;
import java.util.List;

/// A source of nested records, JSON or XML, that reads one file and counts the fields it meets. For one thread.
interface TreeSource extends RecordSource {
    /// The file.
    SourceBytes file();

    /// The fields met so far.
    FieldTree tree();

    @Override
    default long bytesRead() {
        return file().bytes();
    }

    @Override
    default String sha256() throws IOException {
        return file().sha256();
    }

    @Override
    default List<FieldCount> fields() {
        return tree().counts();
    }

    @Override
    default void close() throws IOException {
        file().close();
    }
}
