package de.stadtgraph.rml.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of cells, of a text file, a sheet or a query. Not thread-safe.
interface TableRows extends Closeable {
    /// Skips lines; of a sheet, rows; an answer has none above its header.
    default void skipLines(int count) throws IOException {}

    /// Moves to the next row that is not blank; false at the end.
    boolean next() throws IOException;

    /// Where the row begins, from 1.
    long line();

    /// What is wrong with the row, or null; only the rows of a text can be broken one by one.
    default @Nullable RecordFault fault() {
        return null;
    }

    List<String> cells();

    /// What the cells are, one by one; empty where all are just text.
    default List<Value.Kind> kinds() {
        return List.of();
    }

    /// Whether every row has as many cells as it has filled ones, so that missing ones are just empty.
    default boolean isRagged() {
        return false;
    }

    String encoding();

    long bytesRead();

    /// Its digest will not be asked for.
    default void withoutDigest() {}

    String sha256() throws IOException;
}
