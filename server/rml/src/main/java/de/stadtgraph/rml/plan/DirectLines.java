package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.source.Cells;

/// The lines of a rule, written straight from a record's bytes.
interface DirectLines {
    /// Whose lines they are, and whether they may repeat.
    ///
    /// @param rule its number within the triples map
    record Line(int triplesMap, int rule, Repeat repeat) {}

    /// Writes the lines of a record; false if its terms are needed, nothing being written then.
    ///
    /// @param subject as it stands in a line
    boolean write(byte[] subject, Cells cells, PlanOutput out, Line line);
}
