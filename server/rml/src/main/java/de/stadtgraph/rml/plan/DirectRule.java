package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.plan.TermWriter.Outcome;
import de.stadtgraph.rml.source.Cells;
import de.stadtgraph.rml.term.Lines;

/// A rule whose lines are written straight from bytes: constant predicates and graphs, one object.
///
/// @param writers of all that follows the subject, one for each predicate and graph; what the first can write the
///     others can, too
@SuppressWarnings("ArrayRecordComponent") // never compared
record DirectRule(TermWriter[] writers) implements DirectLines {
    @Override
    public boolean write(byte[] subject, Cells cells, PlanOutput out, Line line) {
        Lines lines = out.lines();
        for (TermWriter writer : writers) {
            int start = lines.length();
            lines.add(subject);
            Outcome outcome = writer.write(cells, lines);
            if (outcome != Outcome.WRITTEN) {
                lines.cut(start);
                return outcome == Outcome.NO_VALUE;
            }
            out.line(line.triplesMap(), start, line.repeat());
        }
        return true;
    }
}
