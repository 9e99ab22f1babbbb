package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.column.Order;
import de.stadtgraph.snapshot.column.Permutation;
import de.stadtgraph.snapshot.column.QuadIndex;
import de.stadtgraph.snapshot.column.Range;
import de.stadtgraph.snapshot.column.Scan;
import de.stadtgraph.snapshot.term.TermId;
import java.util.ArrayDeque;
import java.util.Deque;

/// Finds the rows of a triple pattern whose terms are ids, 0 for any. One thread.
///
/// One range serves every pattern but two: an unknown predicate with a literal as object reads one range a predicate,
/// and where the subject is known too, that subject's rows.
final class PatternScan {
    static final int ALL = (1 << Order.COLUMNS) - 1;

    private final QuadIndex index;
    private final Deque<Range> ranges = new ArrayDeque<>();
    private Order order = Order.SPO;
    private long onlyObject;
    private Scan scan;

    PatternScan(QuadIndex index, long subject, long predicate, long object) {
        this.index = index;
        Range range = choose(subject, predicate, object);
        this.scan = index.scan(order, range, ALL);
    }

    private Range choose(long subject, long predicate, long object) {
        if (subject != 0) {
            return bySubject(subject, predicate, object);
        }
        if (predicate != 0) {
            Permutation found = use(object == 0 ? Order.PSO : Order.POS);
            return object == 0 ? found.range(predicate) : found.range(predicate, object);
        }
        if (object == 0) {
            return use(Order.SPO).all();
        }
        if (!TermId.isLiteral(TermId.tag(object))) {
            return use(Order.OSP).range(object);
        }
        return byLiteral(object);
    }

    private Range bySubject(long subject, long predicate, long object) {
        if (predicate != 0) {
            Permutation spo = use(Order.SPO);
            return object == 0 ? spo.range(subject, predicate) : spo.range(subject, predicate, object);
        }
        if (object != 0 && !TermId.isLiteral(TermId.tag(object))) {
            return use(Order.OSP).range(object, subject);
        }
        onlyObject = object;
        return use(Order.SPO).range(subject);
    }

    private Range byLiteral(long object) {
        Permutation pos = use(Order.POS);
        long before = 0;
        for (int block = 0; block < pos.blocks(); block++) {
            long predicate = pos.min(block, Order.PREDICATE);
            if (predicate != before) {
                Range range = pos.range(predicate, object);
                if (!range.isEmpty()) {
                    ranges.add(range);
                }
            }
            before = predicate;
        }
        return ranges.isEmpty() ? Range.EMPTY : ranges.remove();
    }

    private Permutation use(Order wanted) {
        order = wanted;
        return index.permutation(wanted);
    }

    /// Reads the next batch; 0 rows at the end.
    int next() {
        int rows = scan.next();
        while (rows == 0 && !ranges.isEmpty()) {
            scan = index.scan(order, ranges.remove(), ALL);
            rows = scan.next();
        }
        return rows;
    }

    /// Whether a row of the batch is of the pattern.
    boolean matches(int row) {
        return onlyObject == 0 || scan.column(Order.OBJECT)[row] == onlyObject;
    }

    long value(int role, int row) {
        return scan.column(role)[row];
    }
}
