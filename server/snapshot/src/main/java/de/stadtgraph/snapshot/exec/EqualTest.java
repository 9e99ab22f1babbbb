package de.stadtgraph.snapshot.exec;

/// Two columns with the same id: a variable that stands twice in a pattern.
public final class EqualTest implements IdTest {
    private final int one;
    private final int two;

    public EqualTest(int one, int two) {
        this.one = one;
        this.two = two;
    }

    @Override
    public int select(long[][] columns, int rows, int[] selected) {
        long[] left = columns[one];
        long[] right = columns[two];
        int kept = 0;
        for (int row = 0; row < rows; row++) {
            selected[kept] = row;
            kept += left[row] == right[row] ? 1 : 0;
        }
        return kept;
    }
}
