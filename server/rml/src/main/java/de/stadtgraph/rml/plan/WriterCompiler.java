package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.rules.ExpressionMap;
import de.stadtgraph.rml.rules.ExpressionMap.TemplatePart;
import de.stadtgraph.rml.rules.TermMap;
import de.stadtgraph.rml.rules.TermType;
import de.stadtgraph.rml.source.Cells;
import de.stadtgraph.rml.term.Datatypes;
import de.stadtgraph.rml.term.IriSyntax;
import de.stadtgraph.rml.term.LanguageTags;
import de.stadtgraph.rml.term.Lines;
import de.stadtgraph.rml.term.Term;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Compiles those term maps that can be written straight from bytes: constants, templates, references.
final class WriterCompiler {
    private static final byte[] OPEN_IRI = {'<'};
    private static final byte[] CLOSE_IRI = {'>'};
    private static final byte[] QUOTE = {'"'};

    private final Relation relation;
    private final SortedSet<Integer> needed = new TreeSet<>();

    WriterCompiler(Relation relation) {
        this.relation = relation;
    }

    /// The slots that the writers read.
    SortedSet<Integer> needed() {
        return needed;
    }

    /// A writer, or null where the general way is needed.
    @Nullable
    TermWriter compile(TermMap map) {
        if (map.condition() != null || map.gather() != null) {
            return null;
        }
        return switch (map.expression()) {
            case ExpressionMap.Constant constant -> constant(constant, map);
            case ExpressionMap.Template template ->
                switch (map.type()) {
                    case IRI, URI -> isSafe(template) ? iri(template, map.type()) : null;
                    case LITERAL -> literal(pieces(template), map);
                    case UNSAFE_IRI, BLANK_NODE -> null;
                };
            case ExpressionMap.Reference reference ->
                map.type() == TermType.LITERAL
                        ? literal(List.of(new Piece(new byte[0], slot(reference.text(), reference.line()))), map)
                        : null;
            case ExpressionMap.FunctionExecution _, ExpressionMap.FreshNode _ -> null;
        };
    }

    private static @Nullable TermWriter constant(ExpressionMap.Constant constant, TermMap map) {
        if (!constant.value().isURI() || map.datatype() != null || map.language() != null) {
            return null;
        }
        byte[] bytes = bytes("<" + constant.value().getURI() + ">");
        return (_, lines) -> {
            lines.add(bytes);
            return TermWriter.Outcome.WRITTEN;
        };
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Literal bytes, or a slot where it is not negative.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Piece(byte[] text, int slot) {}

    private int slot(String reference, long line) {
        return needs(relation.slot(reference, line));
    }

    /// Notes a slot that is read beside those of the writers.
    int needs(int slot) {
        needed.add(slot);
        return slot;
    }

    private List<Piece> pieces(ExpressionMap.Template template) {
        List<Piece> pieces = new ArrayList<>();
        for (TemplatePart part : template.parts()) {
            pieces.add(
                    part.reference()
                            ? new Piece(new byte[0], slot(part.text(), template.line()))
                            : new Piece(bytes(part.text()), -1));
        }
        return pieces;
    }

    /// Whether the template's own text makes an absolute IRI whatever encoded values stand in it, dots alone excepted.
    private static boolean isSafe(ExpressionMap.Template template) {
        if (template.parts().isEmpty() || template.parts().getFirst().reference()) {
            return false;
        }
        var example = new StringBuilder();
        for (TemplatePart part : template.parts()) {
            boolean dots = part.text().contains("/.")
                    || part.text().startsWith(".")
                    || part.text().endsWith(".");
            if (!part.reference() && dots) {
                return false;
            }
            example.append(part.reference() ? "x" : part.text());
        }
        String start = template.parts().getFirst().text();
        return IriSyntax.hasScheme(start)
                && start.indexOf(':') < start.length() - 1
                && IriSyntax.isAbsolute(example.toString());
    }

    private TermWriter iri(ExpressionMap.Template template, TermType type) {
        List<Piece> pieces = pieces(template);
        boolean keepsUcs = type == TermType.IRI;
        return (cells, lines) -> {
            int start = lines.length();
            lines.add(OPEN_IRI);
            for (Piece piece : pieces) {
                if (piece.slot() < 0) {
                    lines.add(piece.text());
                } else if (!cells.has(piece.slot())) {
                    lines.cut(start);
                    return TermWriter.Outcome.NO_VALUE;
                } else if (isDots(cells, piece.slot())) {
                    lines.cut(start);
                    return TermWriter.Outcome.LEFT;
                } else {
                    int slot = piece.slot();
                    lines.addEncoded(cells.bytes(slot), cells.from(slot), cells.to(slot), keepsUcs);
                }
            }
            lines.add(CLOSE_IRI);
            return TermWriter.Outcome.WRITTEN;
        };
    }

    /// Whether a value could be a path segment that a browser resolves away.
    private static boolean isDots(Cells cells, int slot) {
        byte[] bytes = cells.bytes(slot);
        for (int i = cells.from(slot); i < cells.to(slot); i++) {
            if (bytes[i] != '.') {
                return false;
            }
        }
        return cells.to(slot) > cells.from(slot);
    }

    private @Nullable TermWriter literal(List<Piece> pieces, TermMap map) {
        if (map.language() != null) {
            boolean constant = map.language() instanceof ExpressionMap.Constant;
            return constant
                    ? new LiteralWriter(pieces, bytes("\"@" + LanguageTags.format(text(map.language()))), "", false)
                    : null;
        }
        if (map.datatype() == null) {
            boolean natural = pieces.size() == 1 && pieces.getFirst().slot() >= 0;
            return new LiteralWriter(pieces, QUOTE, "", natural);
        }
        if (!(map.datatype() instanceof ExpressionMap.Constant) || !IriSyntax.isAbsolute(text(map.datatype()))) {
            return null;
        }
        String type = text(map.datatype());
        boolean string = type.equals(Term.XSD + "string");
        return new LiteralWriter(pieces, string ? QUOTE : bytes("\"^^<" + type + ">"), type, false);
    }

    private static String text(ExpressionMap map) {
        return ((ExpressionMap.Constant) map).text();
    }

    /// A literal.
    ///
    /// @param ending what follows its text
    /// @param type the datatype that its text must fit, or empty
    /// @param natural whether the kind of the value decides the datatype
    /// @param plain the numbers that are known to fit
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record LiteralWriter(List<Piece> pieces, byte[] ending, String type, boolean natural, Datatypes.Plain plain)
            implements TermWriter {
        LiteralWriter(List<Piece> pieces, byte[] ending, String type, boolean natural) {
            this(pieces, ending, type, natural, Datatypes.plain(type));
        }

        private static final byte[] INTEGER = bytes("\"^^<" + Term.XSD + "integer>");
        private static final byte[] BOOLEAN = bytes("\"^^<" + Term.XSD + "boolean>");

        @Override
        public Outcome write(Cells cells, Lines lines) {
            int start = lines.length();
            lines.add(QUOTE);
            int text = lines.length();
            byte[] close = ending;
            for (Piece piece : pieces) {
                int slot = piece.slot();
                if (slot < 0) {
                    lines.addEscaped(piece.text(), 0, piece.text().length);
                } else if (!cells.has(slot)) {
                    lines.cut(start);
                    return Outcome.NO_VALUE;
                } else {
                    lines.addEscaped(cells.bytes(slot), cells.from(slot), cells.to(slot));
                    close = natural ? naturally(cells, slot) : ending;
                }
            }
            if (close.length == 0 || (!type.isEmpty() && !fits(lines, text))) {
                lines.cut(start);
                return Outcome.LEFT;
            }
            lines.add(close);
            return Outcome.WRITTEN;
        }

        /// The ending for the value's kind; none where it takes more than an ending.
        private byte[] naturally(Cells cells, int slot) {
            return switch (cells.kind(slot)) {
                case TEXT -> ending;
                case BOOLEAN -> BOOLEAN;
                case NUMBER -> Datatypes.isInteger(cells.text(slot)) ? INTEGER : new byte[0];
                case NODE, FLOATING, DECIMAL, DATE, TIME, DATE_TIME, BINARY -> new byte[0];
            };
        }

        /// Plain numbers are decided here, all else by the datatype's own rules.
        private boolean fits(Lines lines, int start) {
            return Datatypes.isPlain(lines.bytes(), start, lines.length(), plain) || isValid(lines, start);
        }

        private boolean isValid(Lines lines, int start) {
            String text = new String(lines.bytes(), start, lines.length() - start, StandardCharsets.UTF_8);
            // An escape shows that the text is no number and no date; only the general way knows it unescaped.
            return text.indexOf('\\') < 0 && Datatypes.isLexicalForm(text, type);
        }
    }
}
