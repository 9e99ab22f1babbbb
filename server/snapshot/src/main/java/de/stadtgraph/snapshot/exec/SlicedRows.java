package de.stadtgraph.snapshot.exec;

/// LIMIT and OFFSET.
public final class SlicedRows implements Rows {
    private final Rows source;
    private long skip;
    private long left;

    public SlicedRows(Rows source, long offset, long limit) {
        this.source = source;
        this.skip = offset;
        this.left = limit;
    }

    @Override
    public int next(long[][] columns) {
        while (left > 0) {
            int rows = source.next(columns);
            if (rows == 0) {
                return 0;
            }
            int dropped = (int) Math.min(skip, rows);
            skip -= dropped;
            int kept = (int) Math.min(left, rows - dropped);
            if (kept > 0) {
                left -= kept;
                shift(columns, dropped, kept);
                return kept;
            }
        }
        return 0;
    }

    private static void shift(long[][] columns, int from, int rows) {
        if (from > 0) {
            for (long[] column : columns) {
                System.arraycopy(column, from, column, 0, rows);
            }
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
