package de.stadtgraph.rml.rules;

/// `rml:termType` (RML-Core).
public enum TermType {
    IRI,
    URI,
    UNSAFE_IRI,
    BLANK_NODE,
    LITERAL;

    /// Whether terms of this type are IRIs.
    public boolean isIri() {
        return this == IRI || this == URI || this == UNSAFE_IRI;
    }
}
