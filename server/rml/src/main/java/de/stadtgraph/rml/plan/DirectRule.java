package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.plan.TermWriter.Outcome;
import de.stadtgraph.rml.source.Cells;
import de.stadtgraph.rml.term.Lines;
import java.util.List;

/// A rule whose lines are written straight from bytes: constant predicates and graphs, one object.
///
/// @param writers of all that follows the subject, one for each predicate and graph; what the first can write the
///     others can, too
record DirectRule(List<TermWriter> writers) implements DirectLines {
    @Override
    public boolean write(byte[] subject, Cells cells, PlanOutput out, Line line) {
        Lines lines = out.lines();
        for (int i = 0; i < writers.size(); i++) {
            int start = lines.length();
            lines.add(subject);
            Outcome outcome = writers.get(i).write(cells, lines);
            if (outcome != Outcome.WRITTEN) {
                lines.cut(start);
                return outcome == Outcome.NO_VALUE;
            }
            out.line(line.triplesMap(), start, line.repeat());
        }
        return true;
    }
}
