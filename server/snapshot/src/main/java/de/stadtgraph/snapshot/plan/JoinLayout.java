package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.exec.JoinShape;
import java.util.Arrays;

/// The columns that a join reads of its sides: what is wanted, and what is shared.
///
/// @param left variables read of the left side, a column each
/// @param right variables read of the right side
/// @param shape how the columns are joined
record JoinLayout(int[] left, int[] right, JoinShape shape) {

    /// The layout of a join of two shapes.
    ///
    /// @param wanted the variables handed on
    /// @param first the key that comes first, or -1
    static JoinLayout of(Shape one, Shape two, int[] wanted, int first) {
        int[] shared = Variables.shared(one.variables(), two.variables());
        int[] keys = Arrays.stream(shared)
                .filter(each -> one.isCertain(each) && two.isCertain(each))
                .toArray();
        if (first >= 0) {
            keys = Variables.appended(new int[] {first}, keys);
        }
        int[] loose = Variables.without(shared, keys);
        int[] left = Variables.appended(Variables.shared(wanted, one.variables()), shared);
        int[] only = Variables.without(Variables.shared(wanted, two.variables()), left);
        int[] right = Variables.appended(only, shared);
        JoinShape shape = new JoinShape(
                left.length,
                right.length,
                Variables.places(left, keys),
                Variables.places(right, keys),
                Variables.places(left, loose),
                Variables.places(right, loose),
                output(left, right, wanted));
        return new JoinLayout(left, right, shape);
    }

    private static int[] output(int[] left, int[] right, int[] wanted) {
        int[] output = new int[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            int place = Variables.place(left, wanted[i]);
            output[i] = place >= 0 ? place : left.length + Variables.place(right, wanted[i]);
        }
        return output;
    }

    /// All columns of both sides; a shared variable stands first where the left side has it.
    int[] both() {
        int[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }
}
