package de.stadtgraph.rml.rules;

/// A mapping that cannot be run: what is wrong, and the line of the mapping where it is said (0: unknown).
public final class RuleException extends RuntimeException {
    private final String code;
    private final long line;
    private final String sentence;

    public RuleException(String code, long line, String message) {
        super(message);
        this.code = code;
        this.line = line;
        this.sentence = message;
    }

    /// A stable word for the kind of error, as `unknown-column`.
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
