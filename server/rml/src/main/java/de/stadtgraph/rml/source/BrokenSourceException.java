package de.stadtgraph.rml.source;

import java.io.IOException;

/// A source that cannot be read on: not one record is broken, but the file.
public final class BrokenSourceException extends IOException {
    private final String code;
    private final long line;
    private final String sentence;

    /// @param line 1 is the first, -1 unknown
    public BrokenSourceException(String code, long line, String message) {
        super(message);
        this.code = code;
        this.line = line;
        this.sentence = message;
    }

    public String code() {
        return code;
    }

    public long line() {
        return line;
    }

    /// What is wrong, in one sentence.
    public String sentence() {
        return sentence;
    }
}
