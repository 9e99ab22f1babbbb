package de.stadtgraph.snapshot.build;

import de.stadtgraph.snapshot.column.Order;
import de.stadtgraph.snapshot.column.Permutation;
import de.stadtgraph.snapshot.column.PermutationWriter;
import de.stadtgraph.snapshot.column.QuadIndex;
import de.stadtgraph.snapshot.column.Scan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Merges the same permutation of several parts, renamed: all are sorted, so the result is. Equal quads become one.
/// One thread.
final class PermutationMerge {
    private final Order order;
    private final List<Rows> heads = new ArrayList<>();
    private final long[] last = new long[Order.COLUMNS];

    PermutationMerge(Order order, List<Permutation> parts) {
        this.order = order;
        for (Permutation part : parts) {
            var rows = new Rows(part);
            if (rows.more()) {
                heads.add(rows);
            }
        }
    }

    /// Writes the merged permutation.
    ///
    /// @return its rows
    long write(Path folder) {
        try (var out = new PermutationWriter(folder, order)) {
            while (heads.size() > 1) {
                Rows least = least();
                Rows second = least(least);
                do {
                    copy(least, out);
                } while (least.more() && least.compareTo(second) <= 0);
                if (!least.more()) {
                    heads.remove(least);
                }
            }
            if (!heads.isEmpty()) {
                Rows rest = heads.getFirst();
                while (rest.more()) {
                    copy(rest, out);
                }
            }
            out.finish();
            return out.rows();
        }
    }

    /// Up to 64 parts and long runs from each: the least one is looked for once a run.
    private Rows least() {
        Rows least = heads.getFirst();
        for (Rows head : heads) {
            if (head.compareTo(least) < 0) {
                least = head;
            }
        }
        return least;
    }

    private Rows least(Rows without) {
        Rows least = null;
        for (Rows head : heads) {
            if (head != without && (least == null || head.compareTo(least) < 0)) {
                least = head;
            }
        }
        return java.util.Objects.requireNonNull(least);
    }

    private void copy(Rows from, PermutationWriter out) {
        int row = from.row;
        long first = from.columns[0][row];
        long second = from.columns[1][row];
        long third = from.columns[2][row];
        long graph = from.columns[3][row];
        if (third != last[2] || second != last[1] || first != last[0] || graph != last[3]) {
            out.add(first, second, third, graph);
            last[0] = first;
            last[1] = second;
            last[2] = third;
            last[3] = graph;
        }
        from.row++;
    }

    /// The rows of a part that are left, batch by batch.
    private final class Rows {
        private final Scan scan;
        private final long[][] columns = new long[Order.COLUMNS][];
        private int rows;
        private int row;

        Rows(Permutation part) {
            var index = new QuadIndex(Map.of(order, part), Optional.empty(), QuadIndex.Repeats.KEEP);
            scan = index.scan(order, part.all(), (1 << Order.COLUMNS) - 1);
        }

        boolean more() {
            if (row < rows) {
                return true;
            }
            rows = scan.next();
            row = 0;
            for (int position = 0; rows > 0 && position < Order.COLUMNS; position++) {
                columns[position] = scan.column(order.role(position));
            }
            return rows > 0;
        }

        int compareTo(Rows other) {
            for (int position = 0; position < Order.COLUMNS; position++) {
                int compared = Long.compare(columns[position][row], other.columns[position][other.row]);
                if (compared != 0) {
                    return compared;
                }
            }
            return 0;
        }
    }
}
