package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.rules.ExpressionMap;
import de.stadtgraph.rml.rules.ExpressionMap.TemplatePart;
import de.stadtgraph.rml.rules.TermMap;
import de.stadtgraph.rml.rules.TermType;
import de.stadtgraph.rml.term.IriSyntax;
import de.stadtgraph.rml.term.LanguageTags;
import de.stadtgraph.rml.term.Term;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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
    int[] needed() {
        return needed.stream().mapToInt(Integer::intValue).toArray();
    }

    /// A writer, or null where the general way is needed.
    @Nullable
    TermWriter compile(TermMap map) {
        return compile(map, new byte[0], new byte[0]);
    }

    /// The same of a term with bytes that stand before and behind it in its line.
    @Nullable
    TermWriter compile(TermMap map, byte[] before, byte[] behind) {
        if (map.condition() != null || map.gather() != null) {
            return null;
        }
        return switch (map.expression()) {
            case ExpressionMap.Constant constant -> constant(constant, map, before, behind);
            case ExpressionMap.Template template ->
                switch (map.type()) {
                    case IRI, URI ->
                        isSafe(template)
                                ? new IriWriter(
                                        pieces(template).between(joined(before, OPEN_IRI), joined(CLOSE_IRI, behind)),
                                        map.type() == TermType.IRI)
                                : null;
                    case LITERAL -> literal(pieces(template).escaped(), map, before, behind);
                    case UNSAFE_IRI, BLANK_NODE -> null;
                };
            case ExpressionMap.Reference reference ->
                switch (map.type()) {
                    case IRI, URI ->
                        new IriReferenceWriter(
                                slot(reference.text(), reference.line()),
                                joined(before, OPEN_IRI),
                                joined(CLOSE_IRI, behind));
                    case LITERAL -> literal(Pieces.of(slot(reference.text(), reference.line())), map, before, behind);
                    case UNSAFE_IRI, BLANK_NODE -> null;
                };
            case ExpressionMap.FunctionExecution _, ExpressionMap.FreshNode _ -> null;
        };
    }

    private static @Nullable TermWriter constant(
            ExpressionMap.Constant constant, TermMap map, byte[] before, byte[] behind) {
        if (!constant.value().isURI() || map.datatype() != null || map.language() != null) {
            return null;
        }
        return constant(joined(joined(before, bytes("<" + constant.value().getURI() + ">")), behind));
    }

    /// Writes the same bytes always.
    static TermWriter constant(byte[] bytes) {
        return (_, lines) -> {
            lines.add(bytes);
            return TermWriter.Outcome.WRITTEN;
        };
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private int slot(String reference, long line) {
        return needs(relation.slot(reference, line));
    }

    /// Notes a slot that is read beside those of the writers.
    int needs(int slot) {
        needed.add(slot);
        return slot;
    }

    private Pieces pieces(ExpressionMap.Template template) {
        List<byte[]> texts = new ArrayList<>(List.of(new byte[0]));
        List<Integer> slots = new ArrayList<>();
        for (TemplatePart part : template.parts()) {
            if (part.reference()) {
                slots.add(slot(part.text(), template.line()));
                texts.add(new byte[0]);
            } else {
                texts.add(joined(texts.removeLast(), bytes(part.text())));
            }
        }
        return new Pieces(
                texts.toArray(byte[][]::new),
                slots.stream().mapToInt(Integer::intValue).toArray());
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

    private static @Nullable TermWriter literal(Pieces pieces, TermMap map, byte[] before, byte[] behind) {
        Pieces opened = pieces.between(joined(before, QUOTE), new byte[0]);
        int opening = before.length + 1;
        if (map.language() != null) {
            boolean constant = map.language() instanceof ExpressionMap.Constant;
            byte[] tag = bytes(constant ? "\"@" + LanguageTags.format(text(map.language())) : "");
            return constant ? new LiteralWriter(opened, opening, LiteralWriter.Ending.of(tag, behind), "") : null;
        }
        if (map.datatype() == null) {
            boolean natural = pieces.isOneSlot();
            var ending = natural ? LiteralWriter.Ending.natural(behind) : LiteralWriter.Ending.of(QUOTE, behind);
            return new LiteralWriter(opened, opening, ending, "");
        }
        if (!(map.datatype() instanceof ExpressionMap.Constant) || !IriSyntax.isAbsolute(text(map.datatype()))) {
            return null;
        }
        String type = text(map.datatype());
        byte[] typed = type.equals(Term.XSD + "string") ? QUOTE : bytes("\"^^<" + type + ">");
        return new LiteralWriter(opened, opening, LiteralWriter.Ending.of(typed, behind), type);
    }

    private static String text(ExpressionMap map) {
        return ((ExpressionMap.Constant) map).text();
    }
}
