package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.source.Cells;
import de.stadtgraph.rml.term.Lines;

/// Writes the term of a term map straight from a record's bytes. Whatever is out of the ordinary it leaves to the
/// [TermMaker], which gives the same term or tells what is wrong.
@FunctionalInterface
interface TermWriter {
    /// What came of it; only what is written has changed the lines.
    enum Outcome {
        WRITTEN,
        NO_VALUE,
        LEFT
    }

    Outcome write(Cells cells, Lines lines);
}
