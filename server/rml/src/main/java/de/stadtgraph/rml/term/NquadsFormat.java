package de.stadtgraph.rml.term;

/// Canonical N-Quads (RDF Dataset Canonicalization, "canonical form of N-Quads"). Stateless.
public final class NquadsFormat {
    private static final String STRING = Term.XSD + "string";

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
            case Term.Iri iri -> out.append('<').append(iri.value()).append('>');
            case Term.Blank blank -> out.append("_:").append(blank.label());
            case Term.Literal literal -> appendLiteral(out, literal);
        }
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
