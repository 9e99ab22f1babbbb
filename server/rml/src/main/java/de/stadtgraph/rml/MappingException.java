package de.stadtgraph.rml;

import java.nio.file.Path;

/// A mapping that cannot be run. The message is one sentence that begins with file and line.
public final class MappingException extends Exception {
    private final String code;
    private final Path file;
    private final long line;

    /// @param line of the mapping, 0 if unknown
    public MappingException(String code, Path file, long line, String sentence) {
        super(file.getFileName() + (line > 0 ? ":" + line : "") + ": " + sentence);
        this.code = code;
        this.file = file;
        this.line = line;
    }

    /// A stable word for the kind of mistake, as `unknown-column`.
    public String code() {
        return code;
    }

    /// The mapping file.
    public Path file() {
        return file;
    }

    public long line() {
        return line;
    }
}
