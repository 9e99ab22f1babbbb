package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.source.Cells;
import de.stadtgraph.rml.term.Lines;

/// An IRI by its template, of which it is known that it is an absolute IRI.
///
/// @param keepsUcs whether characters of other scripts stay as they are
record IriWriter(Pieces pieces, boolean keepsUcs) implements TermWriter {
    @Override
    public Outcome write(Cells cells, Lines lines) {
        int start = lines.length();
        int[] slots = pieces.slots();
        byte[][] texts = pieces.texts();
        for (int i = 0; i < slots.length; i++) {
            int slot = slots[i];
            if (!cells.has(slot) || isDots(cells, slot)) {
                lines.cut(start);
                return cells.has(slot) ? Outcome.LEFT : Outcome.NO_VALUE;
            }
            lines.add(texts[i]);
            lines.addEncoded(cells.bytes(slot), cells.from(slot), cells.to(slot), keepsUcs);
        }
        lines.add(pieces.last());
        return Outcome.WRITTEN;
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
}
