package de.stadtgraph.publication;

/// One canonical line of N-Triples or N-Quads, taken apart without parsing terms. Stateless.
final class QuadLine {
    private QuadLine() {}

    /// The line as a quad: a triple goes into the graph, a quad keeps its own.
    static String in(String line, String graph) {
        String body = line.stripTrailing();
        int end = body.endsWith(".") ? body.length() - 1 : body.length();
        String terms = body.substring(0, end).stripTrailing();
        return hasGraph(terms) ? terms + " ." : terms + " <" + graph + "> .";
    }

    /// The subject's text.
    static String subject(String line) {
        int blank = line.indexOf(' ');
        return blank < 0 ? line : line.substring(0, blank);
    }

    /// Subject and predicate hold no blank; behind the object a fourth term may stand.
    private static boolean hasGraph(String terms) {
        int object = terms.indexOf(' ', terms.indexOf(' ') + 1) + 1;
        int end = terms.charAt(object) == '"' ? literalEnd(terms, object) : terms.indexOf(' ', object);
        return end >= 0 && end < terms.length();
    }

    private static int literalEnd(String terms, int start) {
        int quote = start + 1;
        while (terms.charAt(quote) != '"') {
            quote += terms.charAt(quote) == '\\' ? 2 : 1;
        }
        return terms.indexOf(' ', quote);
    }
}
