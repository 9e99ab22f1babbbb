package de.stadtgraph.snapshot.plan;

import java.util.ArrayList;
import java.util.List;

/// The best ways to join a set of inputs: the cheapest one, and the cheapest one of each sort order.
final class Subset {
    private final Shape shape;
    private final List<JoinTree> trees = new ArrayList<>();

    private Subset(Shape shape) {
        this.shape = shape;
    }

    static Subset of(Leaf leaf) {
        Subset made = new Subset(leaf.ways().getFirst().step().shape());
        leaf.ways().forEach(way -> made.offer(new JoinTree.Input(leaf, way)));
        return made;
    }

    /// An empty set of ways to join two sets.
    static Subset join(Subset left, Subset right, List<Condition> conditions) {
        double rows = Estimates.join(left.shape, right.shape);
        Shape joined = left.shape.and(right.shape, rows, Shape.UNSORTED);
        for (Condition condition : new JoinTree.Completed(left.shape, right.shape).of(conditions, joined)) {
            rows *= condition.share();
        }
        return new Subset(joined.withRows(rows));
    }

    Shape shape() {
        return shape;
    }

    boolean isConnected(Subset other) {
        return Variables.shared(shape.variables(), other.shape.variables()).length > 0;
    }

    /// Adds the ways to join two sets.
    void add(Subset left, Subset right) {
        for (JoinTree one : List.copyOf(left.trees)) {
            right.trees.forEach(two -> merge(one, two));
        }
        hash(left, right);
        hash(right, left);
        lookup(left, right);
        lookup(right, left);
    }

    private void merge(JoinTree left, JoinTree right) {
        int sorted = left.sorted();
        if (sorted < 0 || sorted != right.sorted()) {
            return;
        }
        double leftLeads = left.cost() + right.cost(left.shape().rows());
        double rightLeads = right.cost() + left.cost(right.shape().rows());
        double cost = Math.min(leftLeads, rightLeads) + shape.rows();
        offer(new JoinTree.Join(left, right, JoinStep.Kind.MERGE, cost, shape));
    }

    private void hash(Subset streamed, Subset kept) {
        JoinTree right = kept.cheapest();
        double cost = Estimates.hash(streamed.shape.rows(), kept.shape.rows(), shape.rows());
        for (JoinTree left : streamed.trees) {
            offer(new JoinTree.Join(left, right, JoinStep.Kind.HASH, left.cost() + right.cost() + cost, shape));
        }
    }

    private void lookup(Subset few, Subset input) {
        if (input.trees.getFirst() instanceof JoinTree.Input(Leaf leaf, Leaf.Way _) && leaf.pattern() != null) {
            for (JoinTree left : few.trees) {
                double cost = left.cost() + Estimates.lookup(few.shape.rows(), shape.rows());
                offer(new JoinTree.Looked(left, leaf, cost, shape));
            }
        }
    }

    private void offer(JoinTree tree) {
        for (JoinTree known : trees) {
            if (known.cost() <= tree.cost() && (known.sorted() == tree.sorted() || tree.sorted() < 0)) {
                return;
            }
        }
        trees.removeIf(known -> known.cost() >= tree.cost() && (known.sorted() == tree.sorted() || known.sorted() < 0));
        trees.add(tree);
    }

    JoinTree cheapest() {
        JoinTree best = trees.getFirst();
        for (JoinTree tree : trees) {
            best = tree.cost() < best.cost() ? tree : best;
        }
        return best;
    }
}
