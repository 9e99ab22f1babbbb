package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.GraphIndexes;
import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.column.Order;
import de.stadtgraph.snapshot.column.Permutation;
import de.stadtgraph.snapshot.column.QuadIndex;
import de.stadtgraph.snapshot.column.Range;
import de.stadtgraph.snapshot.exec.Rows;
import de.stadtgraph.snapshot.exec.SortedRows;
import de.stadtgraph.snapshot.plan.PatternIndex;
import de.stadtgraph.snapshot.plan.Scan;
import de.stadtgraph.snapshot.plan.Shape;
import de.stadtgraph.snapshot.stats.PredicateStatistics;
import de.stadtgraph.snapshot.stats.Statistics;
import de.stadtgraph.snapshot.term.TermId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/// A view of a snapshot as the planner asks for it. Thread-safe.
final class SnapshotIndex implements PatternIndex {
    /// Rows that could be read in the time of one leap.
    private static final int LEAP = 300;

    private final GraphIndexes graphs;
    private final Statistics statistics;
    private final boolean union;

    /// @param union whether the default graph is the union of all graphs that the statistics count
    SnapshotIndex(GraphIndexes graphs, Statistics statistics, boolean union) {
        this.graphs = graphs;
        this.statistics = statistics;
        this.union = union;
    }

    private List<QuadIndex> indexes(Scan.View view) {
        return switch (view.kind()) {
            case UNION -> List.of(graphs.defaultGraph());
            case ONE -> List.of(graphs.graph(view.graph()));
            case EACH -> graphs.named();
        };
    }

    @Override
    public long rows(Scan scan) {
        long rows = 0;
        for (QuadIndex index : indexes(scan.view())) {
            if (scan.isPrefix() && hasRows(scan)) {
                rows += range(index, scan).rows();
            } else {
                for (Scan part : parts(scan)) {
                    rows += range(index, part).rows();
                }
            }
        }
        return rows;
    }

    private boolean hasRows(Scan scan) {
        return scan.order() != Order.OSP || hasIncoming(scan.object());
    }

    /// A scan that no order serves: the literal is looked for under each predicate.
    private List<Scan> parts(Scan scan) {
        List<Scan> parts = new ArrayList<>();
        for (PredicateStatistics each : statistics.predicates()) {
            parts.add(new Scan(
                    scan.view(), Order.POS, scan.subject(), each.predicate(), scan.object(), scan.low(), scan.high()));
        }
        return parts;
    }

    private static Range range(QuadIndex index, Scan scan) {
        Permutation permutation = index.permutation(scan.order());
        Range range = permutation.all();
        int depth = scan.depth();
        for (int position = 0; position < depth && !range.isEmpty(); position++) {
            int role = scan.order().role(position);
            range = permutation.narrow(range, role, scan.at(role));
        }
        boolean bounded = scan.low() > 0 || scan.high() < Long.MAX_VALUE;
        return bounded && depth < 3 && !range.isEmpty()
                ? permutation.between(range, scan.order().role(depth), scan.low(), scan.high())
                : range;
    }

    @Override
    public SortedRows open(Scan scan, int[] positions, Meter meter) {
        boolean direct = scan.isPrefix() && hasRows(scan);
        if (direct && scan.view().kind() == Scan.Kind.UNION) {
            QuadIndex all = graphs.defaultGraph();
            return new ScanRows(all, scan, range(all, scan), positions, meter);
        }
        List<Scan> parts = direct ? List.of(scan) : parts(scan);
        List<SortedRows> rows = new ArrayList<>();
        for (QuadIndex index : indexes(scan.view())) {
            for (Scan part : parts) {
                Range range = range(index, part);
                if (!range.isEmpty() || parts.size() == 1) {
                    rows.add(new ScanRows(index, part, range, positions, meter));
                }
            }
        }
        // the one part that has rows rises in another position than the scan
        return direct && rows.size() == 1 ? rows.getFirst() : new ManyScans(rows);
    }

    @Override
    public boolean isSorted(Scan.View view) {
        return indexes(view).size() <= 1;
    }

    @Override
    public Optional<LongFunction<Rows>> probes(Scan scan, int[] positions, Meter meter) {
        List<QuadIndex> indexes = indexes(scan.view());
        if (indexes.size() != 1 || scan.order() == Order.OSP || !scan.isPrefix()) {
            return Optional.empty();
        }
        QuadIndex all = indexes.getFirst();
        return Optional.of(new Probes(all, scan, range(all, scan), positions, meter));
    }

    @Override
    public double distinct(Scan scan, int position) {
        double rows = rows(scan);
        if (scan.depth() >= 2) {
            return rows;
        }
        if (scan.predicate() != 0) {
            Optional<PredicateStatistics> counted = statistics.predicate(scan.predicate());
            double all = counted.map(each -> (double) (position == Order.SUBJECT ? each.subjects() : each.objects()))
                    .orElse(rows);
            return position == Order.GRAPH ? graphs.names().length : Math.min(rows, all);
        }
        return switch (position) {
            case Order.PREDICATE -> Math.min(rows, statistics.predicates().size());
            case Order.SUBJECT -> Math.min(rows, (double) statistics.totals().subjects());
            case Order.OBJECT -> Math.min(rows, (double) statistics.totals().objects());
            default -> graphs.names().length;
        };
    }

    @Override
    public int tags(Scan scan, int position) {
        if (position == Order.OBJECT && scan.predicate() != 0) {
            return statistics
                    .predicate(scan.predicate())
                    .map(counted -> counted.tags().stream()
                            .mapToInt(each -> 1 << each.tag())
                            .reduce(0, (one, two) -> one | two))
                    .orElse(Shape.STORED_TAGS);
        }
        return switch (position) {
            case Order.SUBJECT -> 1 << TermId.IRI | 1 << TermId.BLANK | 1 << TermId.TRIPLE;
            case Order.PREDICATE, Order.GRAPH -> 1 << TermId.IRI | 1 << TermId.BLANK;
            default -> Shape.STORED_TAGS;
        };
    }

    @Override
    public OptionalLong exactRows(Scan scan) {
        if (!scan.isPrefix() || !hasRows(scan)) {
            return OptionalLong.empty();
        }
        long rows = 0;
        for (QuadIndex index : indexes(scan.view())) {
            Range range = range(index, scan);
            if (!index.isExact(scan.order(), range)) {
                return counted(scan).map(OptionalLong::of).orElse(OptionalLong.empty());
            }
            rows += range.rows();
        }
        return OptionalLong.of(rows);
    }

    /// The number of triples of a predicate, or of all, in the union of all graphs.
    private Optional<Long> counted(Scan scan) {
        if (!isWholeUnion(scan) || !scan.isWhole()) {
            return Optional.empty();
        }
        if (scan.depth() == 0) {
            return Optional.of(statistics.totals().triples());
        }
        return scan.depth() == 1 && scan.predicate() != 0
                ? statistics.predicate(scan.predicate()).map(PredicateStatistics::triples)
                : Optional.empty();
    }

    private boolean isWholeUnion(Scan scan) {
        return scan.view().kind() == Scan.Kind.UNION && union;
    }

    @Override
    public OptionalLong exactDistinct(Scan scan, int position) {
        if (!isWholeUnion(scan) || !scan.isWhole()) {
            return OptionalLong.empty();
        }
        if (scan.depth() == 0) {
            return switch (position) {
                case Order.SUBJECT -> OptionalLong.of(statistics.totals().subjects());
                case Order.PREDICATE -> OptionalLong.of(statistics.predicates().size());
                case Order.OBJECT -> OptionalLong.of(statistics.totals().objects());
                default -> OptionalLong.empty();
            };
        }
        if (scan.depth() != 1 || scan.predicate() == 0) {
            return OptionalLong.empty();
        }
        return statistics
                .predicate(scan.predicate())
                .map(each -> OptionalLong.of(position == Order.SUBJECT ? each.subjects() : each.objects()))
                .orElse(OptionalLong.empty());
    }

    @Override
    public Optional<Rows> runs(Scan scan, Meter meter) {
        List<QuadIndex> indexes = indexes(scan.view());
        if (indexes.size() != 1 || !scan.isPrefix() || !hasRows(scan)) {
            return Optional.empty();
        }
        QuadIndex index = indexes.getFirst();
        Range range = range(index, scan);
        boolean few = distinct(scan, scan.sortedPosition()) * LEAP < range.rows();
        return few && index.isExact(scan.order(), range)
                ? Optional.of(new RunRows(index.permutation(scan.order()), range, scan.sortedPosition(), meter))
                : Optional.empty();
    }

    @Override
    public boolean hasIncoming(long object) {
        return object > 0 && !TermId.isLiteral(TermId.tag(object));
    }

    @Override
    public boolean isGraph(long graph) {
        return Arrays.binarySearch(graphs.names(), graph) >= 0;
    }

    /// Several scans, one after the other.
    private static final class ManyScans implements SortedRows {
        private final List<SortedRows> scans;
        private int current;

        ManyScans(List<SortedRows> scans) {
            this.scans = scans;
        }

        @Override
        public int next(long[][] columns) {
            while (current < scans.size()) {
                int rows = scans.get(current).next(columns);
                if (rows > 0) {
                    return rows;
                }
                current++;
            }
            return 0;
        }

        @Override
        public void seek(long key) {
            // the rows of several scans are not in one order
        }

        @Override
        public void close() {
            scans.forEach(Rows::close);
        }
    }
}
