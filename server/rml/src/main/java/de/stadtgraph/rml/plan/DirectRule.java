package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.plan.TermWriter.Outcome;
import de.stadtgraph.rml.source.Cells;
import de.stadtgraph.rml.term.Lines;
import java.util.List;

/// A rule whose lines are written straight from bytes: constant predicates and graphs, one object.
///
/// @param predicates each with the blanks around it
/// @param endings the end of the line, one for each graph
record DirectRule(List<byte[]> predicates, TermWriter object, List<byte[]> endings) implements DirectLines {
    @Override
    public boolean write(byte[] subject, Cells cells, PlanOutput out, Line line) {
        Lines lines = out.lines();
        int start = lines.length();
        lines.add(subject);
        lines.add(predicates.getFirst());
        int object = lines.length();
        Outcome outcome = this.object.write(cells, lines);
        if (outcome != Outcome.WRITTEN) {
            lines.cut(start);
            return outcome == Outcome.NO_VALUE;
        }
        int end = lines.length();
        lines.add(endings.getFirst());
        out.line(line.triplesMap(), start, line.repeat());
        if (predicates.size() > 1 || endings.size() > 1) {
            byte[] term = java.util.Arrays.copyOfRange(lines.bytes(), object, end);
            writeOthers(subject, term, out, line);
        }
        return true;
    }

    private void writeOthers(byte[] subject, byte[] term, PlanOutput out, Line line) {
        for (int i = 0; i < predicates.size(); i++) {
            for (int j = 0; j < endings.size(); j++) {
                if (i + j > 0) {
                    int start = out.lines().length();
                    out.lines().add(subject);
                    out.lines().add(predicates.get(i));
                    out.lines().add(term);
                    out.lines().add(endings.get(j));
                    out.line(line.triplesMap(), start, line.repeat());
                }
            }
        }
    }
}
