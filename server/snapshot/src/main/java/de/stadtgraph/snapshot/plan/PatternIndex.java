package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.Rows;
import de.stadtgraph.snapshot.exec.SortedRows;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/// What a plan asks of an index. Thread-safe.
public interface PatternIndex {

    /// Number of rows of a scan, before triples of several graphs are united.
    long rows(Scan scan);

    /// Opens a scan.
    ///
    /// @param positions the positions wanted, one a column
    SortedRows open(Scan scan, int[] positions, Meter meter);

    /// Whether the rows of a scan of a view rise in its first free position: not where they lie in several places.
    boolean isSorted(Scan.View view);

    /// Prepares many look-ups of an id at the first free position of a scan; the rows of one end with the next. Nothing
    /// where they are not of one range.
    ///
    /// @param positions the positions wanted, one a column
    Optional<LongFunction<Rows>> probes(Scan scan, int[] positions, Meter meter);

    /// Number of distinct ids at a position of a scan, or an estimate.
    double distinct(Scan scan, int position);

    /// The tags that ids at a position of a scan can have, one bit each.
    int tags(Scan scan, int position);

    /// Whether the order by object holds the rows of an object: not those of literals, nor of all objects.
    boolean hasIncoming(long object);

    /// Whether there is a graph of this id in the view.
    boolean isGraph(long graph);

    /// Number of rows of a scan, where it is known without reading them.
    OptionalLong exactRows(Scan scan);

    /// Number of distinct ids at a position of a scan, where it is known without reading them.
    OptionalLong exactDistinct(Scan scan, int position);

    /// The distinct ids of the first free position of a scan, and how many rows each has, in two columns; nothing where
    /// rows would have to be read.
    Optional<Rows> runs(Scan scan, Meter meter);
}
