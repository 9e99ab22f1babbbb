package de.stadtgraph.snapshot.plan;

import java.util.Arrays;

/// What is known of a step's rows before they are read.
///
/// @param variables that the rows may bind, rising
/// @param certain a bit each: whether every row binds it
/// @param tags which tags its ids can have, one bit each
/// @param distinct expected number of distinct ids
/// @param sorted the variable in which the rows rise, or -1
/// @param rows expected number of rows
public record Shape(int[] variables, boolean[] certain, int[] tags, double[] distinct, int sorted, double rows) {
    /// All tags of stored ids.
    public static final int STORED_TAGS = 0xFFFE;

    /// All tags, and ids that are not stored or not bound (bit 0).
    public static final int ANY_TAG = 0xFFFF;

    public static final int UNSORTED = -1;

    public static final Shape UNIT = of(new int[0], 1);

    /// A shape of which nothing more is known.
    public static Shape of(int[] variables, double rows) {
        boolean[] certain = new boolean[variables.length];
        int[] tags = new int[variables.length];
        double[] distinct = new double[variables.length];
        Arrays.fill(certain, true);
        Arrays.fill(tags, ANY_TAG);
        Arrays.fill(distinct, Math.max(1, rows));
        return new Shape(variables, certain, tags, distinct, UNSORTED, rows);
    }

    public int index(int variable) {
        return Arrays.binarySearch(variables, variable);
    }

    public boolean has(int variable) {
        return index(variable) >= 0;
    }

    public boolean isCertain(int variable) {
        int index = index(variable);
        return index >= 0 && certain[index];
    }

    public int tagsOf(int variable) {
        int index = index(variable);
        return index < 0 ? 0 : tags[index];
    }

    public double distinctOf(int variable) {
        int index = index(variable);
        return index < 0 ? 1 : Math.max(1, Math.min(distinct[index], rows));
    }

    public Shape withRows(double count) {
        return new Shape(variables, certain, tags, distinct, sorted, count);
    }

    public Shape sortedBy(int variable) {
        return new Shape(variables, certain, tags, distinct, variable, rows);
    }

    /// The same rows where none needs to bind a variable.
    public Shape optional() {
        return new Shape(variables, new boolean[variables.length], tags, distinct, UNSORTED, rows);
    }

    /// Only some of the variables.
    public Shape only(int[] kept) {
        int[] present =
                Arrays.stream(kept).filter(this::has).sorted().distinct().toArray();
        boolean[] sure = new boolean[present.length];
        int[] kinds = new int[present.length];
        double[] values = new double[present.length];
        for (int i = 0; i < present.length; i++) {
            int index = index(present[i]);
            sure[i] = certain[index];
            kinds[i] = tags[index];
            values[i] = distinct[index];
        }
        int order = sorted >= 0 && Arrays.binarySearch(present, sorted) >= 0 ? sorted : UNSORTED;
        return new Shape(present, sure, kinds, values, order, rows);
    }

    /// Both together: what one of them binds surely is bound surely; shared variables have the tags of both.
    public Shape and(Shape other, double count, int order) {
        int[] all = Variables.union(variables, other.variables);
        boolean[] sure = new boolean[all.length];
        int[] kinds = new int[all.length];
        double[] values = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            int variable = all[i];
            sure[i] = isCertain(variable) || other.isCertain(variable);
            boolean both = isCertain(variable) && other.isCertain(variable);
            kinds[i] = both ? tagsOf(variable) & other.tagsOf(variable) : tagsOf(variable) | other.tagsOf(variable);
            values[i] = both
                    ? Math.min(distinctOf(variable), other.distinctOf(variable))
                    : Math.max(distinctOf(variable), other.distinctOf(variable));
        }
        return new Shape(all, sure, kinds, values, order, count);
    }

    /// Either: what both bind surely is bound surely.
    public Shape or(Shape other) {
        int[] all = Variables.union(variables, other.variables);
        boolean[] sure = new boolean[all.length];
        int[] kinds = new int[all.length];
        double[] values = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            sure[i] = isCertain(all[i]) && other.isCertain(all[i]);
            kinds[i] = tagsOf(all[i]) | other.tagsOf(all[i]);
            values[i] = distinctOf(all[i]) + other.distinctOf(all[i]);
        }
        return new Shape(all, sure, kinds, values, UNSORTED, rows + other.rows);
    }
}
