package de.stadtgraph.snapshot.stats;

import de.stadtgraph.snapshot.column.Order;
import de.stadtgraph.snapshot.column.QuadIndex;
import de.stadtgraph.snapshot.column.Range;
import de.stadtgraph.snapshot.column.Scan;
import de.stadtgraph.snapshot.term.TermId;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Counts different inlined objects over all predicates: their sorted columns are merged. One thread.
final class InlineObjects {
    private final QuadIndex index;

    InlineObjects(QuadIndex index) {
        this.index = index;
    }

    long count(List<PredicateStatistics> predicates) {
        long count = 0;
        for (int tag = 1; tag < TermId.TAGS; tag++) {
            if (!TermId.isRanked(tag)) {
                count += count(predicates, tag);
            }
        }
        return count;
    }

    private long count(List<PredicateStatistics> predicates, int tag) {
        var queue = new PriorityQueue<Values>(Comparator.comparingLong(values -> values.value));
        for (PredicateStatistics predicate : predicates) {
            if (predicate.tag(tag).isPresent()) {
                var values = new Values(predicate.predicate(), tag);
                if (values.next()) {
                    queue.add(values);
                }
            }
        }
        long count = 0;
        long before = 0;
        while (!queue.isEmpty()) {
            Values least = queue.remove();
            count += least.value == before ? 0 : 1;
            before = least.value;
            if (least.next()) {
                queue.add(least);
            }
        }
        return count;
    }

    /// The different objects of a predicate with a tag, in rising order.
    private final class Values {
        private final Scan scan;
        private int rows;
        private int at;
        private long value;

        Values(long predicate, int tag) {
            var pos = index.permutation(Order.POS);
            Range range = pos.between(pos.range(predicate), Order.OBJECT, TermId.first(tag), TermId.last(tag));
            scan = index.scan(Order.POS, range, 1 << Order.OBJECT);
        }

        boolean next() {
            long last = value;
            while (true) {
                while (at < rows) {
                    value = scan.column(Order.OBJECT)[at++];
                    if (value != last) {
                        return true;
                    }
                }
                rows = scan.next();
                at = 0;
                if (rows == 0) {
                    return false;
                }
            }
        }
    }
}
