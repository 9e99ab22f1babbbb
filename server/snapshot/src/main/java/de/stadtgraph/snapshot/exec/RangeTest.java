package de.stadtgraph.snapshot.exec;

/// Ids of one column within ranges.
public final class RangeTest implements IdTest {
    private final int column;
    private final long[] low;
    private final long[] high;

    public RangeTest(int column, long[] low, long[] high) {
        this.column = column;
        this.low = low;
        this.high = high;
    }

    @Override
    public int select(long[][] columns, int rows, int[] selected) {
        return switch (low.length) {
            case 0 -> 0;
            case 1 -> within(columns[column], rows, selected);
            default -> any(columns[column], rows, selected);
        };
    }

    private int within(long[] ids, int rows, int[] selected) {
        long from = low[0];
        long to = high[0];
        int kept = 0;
        for (int row = 0; row < rows; row++) {
            selected[kept] = row;
            kept += ids[row] >= from && ids[row] <= to ? 1 : 0;
        }
        return kept;
    }

    private int any(long[] ids, int rows, int[] selected) {
        int kept = 0;
        for (int row = 0; row < rows; row++) {
            selected[kept] = row;
            kept += holds(ids[row]) ? 1 : 0;
        }
        return kept;
    }

    private boolean holds(long id) {
        for (int i = 0; i < low.length; i++) {
            if (id >= low[i] && id <= high[i]) {
                return true;
            }
        }
        return false;
    }
}
