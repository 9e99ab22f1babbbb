package de.stadtgraph.rml;

import java.nio.file.Path;

/// A source that cannot be read to its end: not a record is broken, but the file.
public final class SourceException extends Exception {
    private final String code;
    private final Path file;
    private final long line;

    /// @param line of the source, -1 if unknown
    public SourceException(String code, Path file, long line, String sentence) {
        super(file.getFileName() + (line > 0 ? ":" + line : "") + ": " + sentence);
        this.code = code;
        this.file = file;
        this.line = line;
    }

    /// A stable word for the kind of failure, as `broken-json`.
    public String code() {
        return code;
    }

    /// The file that was read.
    public Path file() {
        return file;
    }

    public long line() {
        return line;
    }
}
