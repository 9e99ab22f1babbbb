package de.stadtgraph.snapshot.exec;

/// Where the columns of a join come from and which must agree.
///
/// @param leftWidth columns of the left side
/// @param rightWidth columns of the right side
/// @param leftKeys columns of the left side that must equal those of the right, in pairs
/// @param rightKeys the right side's
/// @param output a column each: of the left side from 0, of the right side from `leftWidth`
public record JoinShape(int leftWidth, int rightWidth, int[] leftKeys, int[] rightKeys, int[] output) {

    /// Copies pairs of rows to the output.
    void gather(Pairs pairs, long[][] left, long[][] right, long[][] into) {
        for (int i = 0; i < output.length; i++) {
            int from = output[i];
            if (from < leftWidth) {
                Gather.rows(left[from], pairs.left, pairs.count, into[i]);
            } else {
                Gather.rows(right[from - leftWidth], pairs.right, pairs.count, into[i]);
            }
        }
    }

    /// The key columns of a side.
    static long[][] keys(long[][] columns, int[] keys) {
        long[][] chosen = new long[keys.length][];
        for (int i = 0; i < keys.length; i++) {
            chosen[i] = columns[keys[i]];
        }
        return chosen;
    }
}
