package de.stadtgraph.snapshot.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Orders the joins of a basic graph pattern and its neighbours: dynamic programming over connected subsets up to ten
/// inputs, greedy above. Deterministic.
///
/// Variables that inputs share must be certain in each of them. No product while a connected order exists.
public final class Planner {
    private static final int EXACT_LIMIT = 10;

    private final List<Leaf> leaves;
    private final List<Condition> conditions;

    private Planner(List<Leaf> leaves, List<Condition> conditions) {
        this.leaves = leaves;
        this.conditions = conditions;
    }

    /// The cheapest join of patterns and other steps on which all conditions hold.
    ///
    /// @param conditions on variables that are certain in the whole
    public static Step plan(List<Pattern> patterns, List<Step> others, List<Condition> conditions) {
        List<Leaf> leaves = new ArrayList<>();
        List<Condition> left = new ArrayList<>(conditions);
        for (Pattern pattern : patterns) {
            leaves.add(Leaf.of(pattern, taken(left, pattern.distinctVariables())));
        }
        for (Step other : others) {
            leaves.add(Leaf.of(other, taken(left, certain(other.shape()))));
        }
        if (leaves.isEmpty()) {
            return FilterStep.of(TableStep.unit(), left);
        }
        Planner planner = new Planner(leaves, left);
        return leaves.size() <= EXACT_LIMIT ? planner.exact() : planner.greedy();
    }

    /// Join of two steps that share variables which may be unbound.
    public static Step looseJoin(Step one, Step two) {
        double rows = Estimates.join(one.shape(), two.shape());
        boolean swap = one.shape().rows() < two.shape().rows();
        Step streamed = swap ? two : one;
        Step kept = swap ? one : two;
        Shape shape = one.shape().and(two.shape(), rows, Shape.UNSORTED);
        return new JoinStep(streamed, kept, JoinStep.Kind.HASH, shape);
    }

    private static int[] certain(Shape shape) {
        return Arrays.stream(shape.variables()).filter(shape::isCertain).toArray();
    }

    /// The conditions that one input can answer; they are also offered to every other input that has the variables.
    private static List<Condition> taken(List<Condition> conditions, int[] variables) {
        List<Condition> taken = conditions.stream()
                .filter(each -> Variables.containsAll(variables, each.variables()))
                .toList();
        conditions.removeAll(taken);
        return taken;
    }

    private Step exact() {
        @Nullable Subset[] subsets = new @Nullable Subset[1 << leaves.size()];
        for (int i = 0; i < leaves.size(); i++) {
            subsets[1 << i] = Subset.of(leaves.get(i));
        }
        for (int set = 1; set < subsets.length; set++) {
            if (subsets[set] == null) {
                subsets[set] = joined(subsets, set);
            }
        }
        Subset whole = subsets[subsets.length - 1];
        if (whole == null) {
            return products(subsets);
        }
        return whole.cheapest().build(conditions);
    }

    /// All ways to make a set of two connected parts.
    private @Nullable Subset joined(@Nullable Subset[] subsets, int set) {
        Subset made = null;
        for (int one = (set - 1) & set; one > 0; one = (one - 1) & set) {
            Subset left = subsets[one];
            Subset right = subsets[set ^ one];
            if (one < (set ^ one) || left == null || right == null || !left.isConnected(right)) {
                continue;
            }
            made = made == null ? Subset.join(left, right, conditions) : made;
            made.add(left, right);
        }
        return made;
    }

    /// The pattern falls into parts without a common variable: the largest connected parts, multiplied.
    private Step products(@Nullable Subset[] subsets) {
        int left = subsets.length - 1;
        Subset made = null;
        while (left > 0) {
            int part = largest(subsets, left);
            left ^= part;
            Subset next = subsets[part];
            made = made == null || next == null ? next : product(made, next);
        }
        if (made == null) {
            throw new IllegalStateException("nothing to join");
        }
        return made.cheapest().build(conditions);
    }

    private Subset product(Subset one, Subset two) {
        Subset made = Subset.join(one, two, conditions);
        made.add(one, two);
        return made;
    }

    private static int largest(@Nullable Subset[] subsets, int within) {
        int best = 0;
        for (int set = within; set > 0; set = (set - 1) & within) {
            if (subsets[set] != null && Integer.bitCount(set) > Integer.bitCount(best)) {
                best = set;
            }
        }
        return best;
    }

    /// Begins with the smallest input and adds the connected input that leaves the fewest rows.
    private Step greedy() {
        List<Subset> open = new ArrayList<>(leaves.stream().map(Subset::of).toList());
        Subset made = open.stream()
                .min((one, two) ->
                        Double.compare(one.shape().rows(), two.shape().rows()))
                .orElseThrow();
        open.remove(made);
        while (!open.isEmpty()) {
            Subset next = next(made, open);
            open.remove(next);
            made = product(made, next);
        }
        return made.cheapest().build(conditions);
    }

    private static Subset next(Subset made, List<Subset> open) {
        Subset best = open.getFirst();
        boolean connected = made.isConnected(best);
        double rows = Estimates.join(made.shape(), best.shape());
        for (Subset each : open) {
            boolean linked = made.isConnected(each);
            double expected = Estimates.join(made.shape(), each.shape());
            if ((linked && !connected) || (linked == connected && expected < rows)) {
                best = each;
                connected = linked;
                rows = expected;
            }
        }
        return best;
    }
}
