package de.stadtgraph.snapshot.plan;

/// Expected sizes and costs. Costs are in rows read.
final class Estimates {
    private static final double HASHED = 4;
    private static final double LOOKUP = 50;
    private static final double LEAP = 150;

    private Estimates() {}

    /// Rows of a join: one side's rows times those of the other that have the same value.
    static double join(Shape left, Shape right) {
        double rows = left.rows() * right.rows();
        for (int variable : Variables.shared(left.variables(), right.variables())) {
            rows /= Math.max(left.distinctOf(variable), right.distinctOf(variable));
        }
        return rows;
    }

    static double hash(double streamed, double kept, double out) {
        return streamed + HASHED * kept + out;
    }

    /// Rows of a scan that are looked for one by one.
    static double leaps(double few) {
        return LEAP * few;
    }

    static double lookup(double left, double out) {
        return LOOKUP * left + out;
    }
}
