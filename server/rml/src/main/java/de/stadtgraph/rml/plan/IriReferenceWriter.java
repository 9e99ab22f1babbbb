package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.source.Cells;
import de.stadtgraph.rml.term.IriSyntax;
import de.stadtgraph.rml.term.Lines;

/// An IRI that a slot holds. What is not seen at once to be an absolute one is left to the general way.
@SuppressWarnings("ArrayRecordComponent") // never compared
record IriReferenceWriter(int slot, byte[] before, byte[] behind) implements TermWriter {
    @Override
    public Outcome write(Cells cells, Lines lines) {
        if (!cells.has(slot)) {
            return Outcome.NO_VALUE;
        }
        byte[] bytes = cells.bytes(slot);
        if (!IriSyntax.isPlainlyAbsolute(bytes, cells.from(slot), cells.to(slot))) {
            return Outcome.LEFT;
        }
        lines.add(before);
        lines.add(bytes, cells.from(slot), cells.to(slot));
        lines.add(behind);
        return Outcome.WRITTEN;
    }
}
