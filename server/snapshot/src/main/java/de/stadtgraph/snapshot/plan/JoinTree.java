package de.stadtgraph.snapshot.plan;

import java.util.List;

/// A way to join a set of inputs, not yet built.
sealed interface JoinTree {

    double cost();

    /// The variable in which its rows rise, or -1.
    int sorted();

    Shape shape();

    /// Its cost as an input of which a merge asks for few rows only: a scan leaps from one to the next, unless
    /// conditions stand in between and have it read on.
    default double cost(double few) {
        return cost();
    }

    /// The step that does it; a condition is tested where its variables first come together.
    Step build(List<Condition> conditions);

    /// One way to read one input.
    record Input(Leaf leaf, Leaf.Way way) implements JoinTree {
        @Override
        public double cost() {
            return way.cost();
        }

        @Override
        public double cost(double few) {
            return way.canLeap() ? Math.min(cost(), Estimates.leaps(few)) : cost();
        }

        @Override
        public int sorted() {
            return way.step().shape().sorted();
        }

        @Override
        public Shape shape() {
            return way.step().shape();
        }

        @Override
        public Step build(List<Condition> conditions) {
            return way.step();
        }
    }

    /// A join of two trees.
    ///
    /// @param shape of its rows, but for the sort order
    record Join(JoinTree left, JoinTree right, JoinStep.Kind kind, double cost, Shape shape) implements JoinTree {
        @Override
        public int sorted() {
            return left.sorted();
        }

        @Override
        public Step build(List<Condition> conditions) {
            Step one = left.build(conditions);
            Step two = right.build(conditions);
            Step join = new JoinStep(one, two, kind, shape.sortedBy(sorted()));
            return FilterStep.of(join, new Completed(one.shape(), two.shape()).of(conditions, join.shape()));
        }
    }

    /// A join by look-up of a pattern.
    ///
    /// @param shape of its rows, but for the sort order
    record Looked(JoinTree left, Leaf leaf, double cost, Shape shape) implements JoinTree {
        @Override
        public int sorted() {
            return left.sorted();
        }

        @Override
        public Step build(List<Condition> conditions) {
            Step one = left.build(conditions);
            Pattern pattern = leaf.patternOrFail();
            Shape other = Shape.of(pattern.distinctVariables(), 1);
            int[] keys = Variables.shared(one.shape().variables(), other.variables());
            Step looked =
                    FilterStep.of(new LookupStep(one, pattern, keys, shape.sortedBy(sorted())), leaf.conditions());
            return FilterStep.of(looked, new Completed(one.shape(), other).of(conditions, looked.shape()));
        }
    }

    /// The two sides of a join, and the conditions that need both.
    record Completed(Shape one, Shape two) {
        List<Condition> of(List<Condition> conditions, Shape joined) {
            return conditions.stream()
                    .filter(each -> Variables.containsAll(joined.variables(), each.variables()))
                    .filter(each -> !Variables.containsAll(one.variables(), each.variables()))
                    .filter(each -> !Variables.containsAll(two.variables(), each.variables()))
                    .toList();
        }
    }
}
