package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.Rows;
import de.stadtgraph.snapshot.exec.SpreadRows;
import java.util.Arrays;
import java.util.List;

/// A node of a plan: gives rows of those variables that are asked for. Keeps nothing of a run but what it did; one run
/// at a time.
public abstract class Step {
    private final Shape shape;
    private final Seen seen = new Seen();

    protected Step(Shape shape) {
        this.shape = shape;
    }

    public final Shape shape() {
        return shape;
    }

    /// Rows with one column a wanted variable, in that order; a variable that the step does not know is 0 everywhere.
    public final Rows open(int[] wanted, Meter meter) {
        int[] known = Arrays.stream(wanted).filter(shape::has).distinct().toArray();
        Rows rows = seen.watched(rows(known, meter));
        return Arrays.equals(known, wanted)
                ? rows
                : new SpreadRows(rows, known.length, Variables.places(known, wanted));
    }

    /// Rows of variables that the step knows, each once.
    protected abstract Rows rows(int[] wanted, Meter meter);

    /// The steps whose rows this one reads.
    public abstract List<Step> inputs();

    /// What it does, for `explain`.
    public abstract String label();

    /// Forgets what it did: the plan runs again.
    public final void forget() {
        seen.forget();
        inputs().forEach(Step::forget);
    }

    /// What it did so far.
    public final Seen seen() {
        return seen;
    }
}
