package de.stadtgraph.snapshot.exec;

/// The same rows in fuller batches: what small batches cost is paid once.
public final class PackedRows implements Rows {
    private final Rows source;
    private final long[][] batch;
    private int at;
    private int rows;

    public PackedRows(Rows source, int width) {
        this.source = source;
        this.batch = Rows.columns(width);
    }

    @Override
    public int next(long[][] columns) {
        int filled = 0;
        while (filled < BATCH) {
            if (at == rows) {
                rows = source.next(batch);
                at = 0;
                if (rows == 0) {
                    return filled;
                }
            }
            int taken = Math.min(BATCH - filled, rows - at);
            for (int i = 0; i < columns.length; i++) {
                System.arraycopy(batch[i], at, columns[i], filled, taken);
            }
            filled += taken;
            at += taken;
        }
        return filled;
    }

    @Override
    public void close() {
        source.close();
    }
}
