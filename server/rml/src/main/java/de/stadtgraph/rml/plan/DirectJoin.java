package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.source.Cells;
import de.stadtgraph.rml.term.Lines;
import de.stadtgraph.rml.term.Term;

/// A join by one key whose lines are written straight from bytes: one constant predicate and graph, IRIs as objects.
///
/// @param slot that holds the key
/// @param predicate with the blanks around it and the bracket that opens the object
/// @param ending of the line, with the bracket that closes the object
@SuppressWarnings("ArrayRecordComponent") // never compared
record DirectJoin(Lookup<Term> lookup, int slot, byte[] predicate, byte[] ending) implements DirectLines {
    /// Where there are more, it is worth asking whether they are written already.
    static final int FEW = 8;

    @Override
    public boolean write(byte[] subject, Cells cells, PlanOutput out, Line line) {
        if (!cells.has(slot)) {
            return true;
        }
        JoinTable table = lookup.table();
        long first = table.first(cells.bytes(slot), cells.from(slot), cells.to(slot));
        if (table.isLongerThan(FEW, first)) {
            if (isWritten(subject, cells, out, line)) {
                return true;
            }
            lookup.notePairs(table.count(first));
        }
        Lines lines = out.lines();
        for (long at = first; at != 0; at = table.next(at)) {
            int start = lines.length();
            lines.add(subject);
            lines.add(predicate);
            table.append(at, Packed.Terms.BEFORE_TEXT, lines);
            lines.add(ending);
            out.line(line.triplesMap(), start, line.repeat());
        }
        return true;
    }

    /// Whether a record before this one has the same subject and key; if not, it is told that this one has.
    private boolean isWritten(byte[] subject, Cells cells, PlanOutput out, Line line) {
        Lines lines = out.lines();
        int start = lines.length();
        lines.add(WriterCompiler.bytes(line.triplesMap() + " " + line.rule() + " "));
        lines.add(subject);
        lines.add(cells.bytes(slot), cells.from(slot), cells.to(slot));
        return out.isJoined(start);
    }
}
