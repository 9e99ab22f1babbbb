package de.stadtgraph.rml.term;

/// Canonical N-Quads (RDF Dataset Canonicalization, "canonical form of N-Quads"). Stateless.
public final class NquadsFormat {
    private static final String STRING = Term.XSD + "string";
    private static final String NO_IRI = "<>\"{}|^`\\";

    private NquadsFormat() {}

    /// Appends the quad with its line end.
    public static void append(StringBuilder out, Quad quad) {
        appendTerm(out, quad.subject());
        out.append(" <").append(quad.predicate()).append("> ");
        appendTerm(out, quad.object());
        if (quad.graph() != null) {
            out.append(' ');
            appendTerm(out, quad.graph());
        }
        out.append(" .\n");
    }

    /// Appends one term.
    public static void appendTerm(StringBuilder out, Term term) {
        switch (term) {
            case Term.Iri iri -> appendIri(out, iri.value());
            case Term.Blank blank -> out.append("_:").append(blank.label());
            case Term.Collection collection -> appendTerm(out, collection.head());
            case Term.Literal literal -> appendLiteral(out, literal);
        }
    }

    /// An unsafe IRI may hold what N-Quads only reads as an escape.
    private static void appendIri(StringBuilder out, String iri) {
        out.append('<');
        for (int i = 0; i < iri.length(); i++) {
            char c = iri.charAt(i);
            if (c <= ' ' || (c < 0x7F && NO_IRI.indexOf(c) >= 0)) {
                out.append("\\u%04X".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        out.append('>');
    }

    private static void appendLiteral(StringBuilder out, Term.Literal literal) {
        out.append('"');
        appendEscaped(out, literal.text());
        out.append('"');
        if (!literal.language().isEmpty()) {
            out.append('@').append(literal.language());
        } else if (!literal.datatype().equals(STRING)) {
            out.append("^^<").append(literal.datatype()).append('>');
        }
    }

    private static void appendEscaped(StringBuilder out, String text) {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\' && c != 0x7F) {
                continue;
            }
            out.append(text, done, i).append(escape(c));
            done = i + 1;
        }
        out.append(text, done, text.length());
    }

    private static String escape(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> "\\u%04X".formatted((int) c);
        };
    }
}
