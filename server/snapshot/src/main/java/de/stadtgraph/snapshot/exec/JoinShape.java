package de.stadtgraph.snapshot.exec;

/// Where the columns of a join come from and which must agree.
///
/// @param leftWidth columns of the left side
/// @param rightWidth columns of the right side
/// @param leftKeys columns of the left side that must equal those of the right, in pairs; bound on both sides
/// @param rightKeys the right side's
/// @param leftLoose columns that must be equal or unbound on a side (SPARQL 1.1, section 18.3, compatible), in pairs
/// @param rightLoose the right side's
/// @param output a column each: of the left side from 0, of the right side from `leftWidth`
public record JoinShape(
        int leftWidth,
        int rightWidth,
        int[] leftKeys,
        int[] rightKeys,
        int[] leftLoose,
        int[] rightLoose,
        int[] output) {

    /// The same sides with all their columns handed on.
    JoinShape everything() {
        int[] all = new int[leftWidth + rightWidth];
        java.util.Arrays.setAll(all, i -> i);
        return new JoinShape(leftWidth, rightWidth, leftKeys, rightKeys, leftLoose, rightLoose, all);
    }

    /// Drops the pairs that are not compatible.
    void keepCompatible(Pairs pairs, long[][] left, long[][] right) {
        for (int i = 0; i < leftLoose.length; i++) {
            pairs.keepCompatible(left[leftLoose[i]], right[rightLoose[i]]);
        }
    }

    /// Copies pairs of rows to the output; a loose column takes the value of the side that has one.
    void gather(Pairs pairs, long[][] left, long[][] right, long[][] into) {
        for (int i = 0; i < into.length; i++) {
            int from = output[i];
            if (from >= leftWidth) {
                Gather.rows(right[from - leftWidth], pairs.right, pairs.count, into[i]);
                continue;
            }
            Gather.rows(left[from], pairs.left, pairs.count, into[i]);
            for (int loose = 0; loose < leftLoose.length; loose++) {
                if (leftLoose[loose] == from) {
                    Gather.missing(right[rightLoose[loose]], pairs.right, pairs.count, into[i]);
                }
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
