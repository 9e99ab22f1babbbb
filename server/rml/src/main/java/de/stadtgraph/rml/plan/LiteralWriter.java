package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.source.Cells;
import de.stadtgraph.rml.term.Datatypes;
import de.stadtgraph.rml.term.Lines;
import de.stadtgraph.rml.term.Term;
import java.nio.charset.StandardCharsets;

/// A literal.
///
/// @param pieces with the opening quote and what stands before it
/// @param opening bytes of that
/// @param type the datatype that its text must fit, or empty
/// @param plain the numbers that are known to fit
record LiteralWriter(Pieces pieces, int opening, Ending ending, String type, Datatypes.Plain plain)
        implements TermWriter {
    LiteralWriter(Pieces pieces, int opening, Ending ending, String type) {
        this(pieces, opening, ending, type, Datatypes.plain(type));
    }

    /// What follows the text: by the kind of the value, where that decides the datatype.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Ending(byte[] text, byte[] integer, byte[] truth, boolean natural) {
        /// One for all kinds.
        static Ending of(byte[] ending, byte[] behind) {
            byte[] all = WriterCompiler.joined(ending, behind);
            return new Ending(all, all, all, false);
        }

        static Ending natural(byte[] behind) {
            return new Ending(
                    WriterCompiler.joined(WriterCompiler.bytes("\""), behind),
                    WriterCompiler.joined(WriterCompiler.bytes("\"^^<" + Term.XSD + "integer>"), behind),
                    WriterCompiler.joined(WriterCompiler.bytes("\"^^<" + Term.XSD + "boolean>"), behind),
                    true);
        }

        /// Empty where it takes more than an ending.
        byte[] of(Cells cells, int slot) {
            return switch (cells.kind(slot)) {
                case TEXT -> text;
                case BOOLEAN -> truth;
                case NUMBER -> Datatypes.isInteger(cells.text(slot)) ? integer : new byte[0];
                case NODE, FLOATING, DECIMAL, DATE, TIME, DATE_TIME, BINARY -> new byte[0];
            };
        }
    }

    @Override
    public Outcome write(Cells cells, Lines lines) {
        int start = lines.length();
        int[] slots = pieces.slots();
        byte[][] texts = pieces.texts();
        for (int i = 0; i < slots.length; i++) {
            int slot = slots[i];
            if (!cells.has(slot)) {
                lines.cut(start);
                return Outcome.NO_VALUE;
            }
            lines.add(texts[i]);
            lines.addEscaped(cells.bytes(slot), cells.from(slot), cells.to(slot));
        }
        lines.add(pieces.last());
        byte[] close = ending.natural() ? ending.of(cells, slots[0]) : ending.text();
        if (close.length == 0 || (!type.isEmpty() && !fits(lines, start + opening))) {
            lines.cut(start);
            return Outcome.LEFT;
        }
        lines.add(close);
        return Outcome.WRITTEN;
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
