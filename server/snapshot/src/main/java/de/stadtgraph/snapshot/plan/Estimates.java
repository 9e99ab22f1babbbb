package de.stadtgraph.snapshot.plan;

/// Expected sizes and costs. Costs are in rows read.
final class Estimates {
    private static final double HASHED = 4;
    private static final double LOOKUP = 100;
    private static final double LEAP = 60;
    private static final double MERGED = 1;

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

    /// Both sides are read, but a side with few rows leaps over most of the other.
    static double merge(double left, double right, double out) {
        double few = Math.min(left, right);
        double many = Math.max(left, right);
        return MERGED * few + Math.min(many, LEAP * few) + out;
    }

    static double lookup(double left, double out) {
        return LOOKUP * left + out;
    }
}
