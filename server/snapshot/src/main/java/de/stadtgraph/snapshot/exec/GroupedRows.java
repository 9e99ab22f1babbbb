package de.stadtgraph.snapshot.exec;

import de.stadtgraph.snapshot.Meter;
import java.util.List;

/// GROUP BY with aggregates: one row a distinct key, in the order in which the keys came. Unbound is a key of its own.
///
/// Without keys there is one group; it is there also when no row came.
public final class GroupedRows implements Rows {
    private final Rows source;
    private final int width;
    private final int[] keys;
    private final List<Aggregate> aggregates;
    private final int[] output;
    private final Meter meter;
    private final KeyIndex groups;
    private boolean read;
    private boolean anyRow;
    private int at;

    /// Makes rows.
    ///
    /// @param keys columns of the source that make the key
    /// @param output columns handed on: a number below `keys.length` is a key, above an aggregate
    public GroupedRows(Rows source, int width, int[] keys, List<Aggregate> aggregates, int[] output, Meter meter) {
        this.source = source;
        this.width = width;
        this.keys = keys;
        this.aggregates = aggregates;
        this.output = output;
        this.meter = meter;
        this.groups = new KeyIndex(keys.length, meter);
    }

    @Override
    public int next(long[][] columns) {
        if (!read) {
            readAll();
            read = true;
        }
        if (!anyRow) {
            return nothing(columns);
        }
        int rows = Math.min(BATCH, size() - at);
        for (int i = 0; i < output.length; i++) {
            if (output[i] < keys.length) {
                System.arraycopy(groups.keys().column(output[i]), at, columns[i], 0, rows);
            } else {
                results(aggregates.get(output[i] - keys.length), rows, columns[i]);
            }
        }
        at += rows;
        return rows;
    }

    private int size() {
        return keys.length == 0 ? 1 : groups.size();
    }

    private void readAll() {
        long[][] batch = Rows.columns(width);
        long[][] keyColumns = JoinShape.keys(batch, keys);
        RowGroups found = new RowGroups();
        for (int rows = source.next(batch); rows > 0; rows = source.next(batch)) {
            anyRow = true;
            meter.step(rows);
            if (keys.length > 0) {
                groups.addAll(keyColumns, rows, found.numbers);
            }
            found.take(rows, size());
            for (Aggregate aggregate : aggregates) {
                aggregate.add(batch, found);
            }
        }
    }

    private void results(Aggregate aggregate, int rows, long[] into) {
        for (int i = 0; i < rows; i++) {
            into[i] = aggregate.result(at + i);
        }
    }

    /// No row came: with GROUP BY there is no group, without it one.
    private int nothing(long[][] columns) {
        if (keys.length > 0 || aggregates.isEmpty() || at > 0) {
            return 0;
        }
        at = 1;
        for (int i = 0; i < output.length; i++) {
            columns[i][0] = aggregates.get(output[i]).empty();
        }
        return 1;
    }

    @Override
    public void close() {
        source.close();
        groups.close();
        aggregates.forEach(Aggregate::close);
    }
}
