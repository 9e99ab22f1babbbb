package de.stadtgraph.workshop;

import de.stadtgraph.validation.Candidate;
import de.stadtgraph.validation.Validator;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;

/// What released shapes found in releases, and what surrounds the data of a release: neither changes, so each is
/// worked out once. Keeps the outcomes and surroundings that were asked for last, no outcome with more than
/// [#MOST_RESULTS] results, none that was stopped. Thread-safe.
final class KnownOutcomes {
    private static final int MOST_OUTCOMES = 400;
    private static final int MOST_RESULTS = 5_000;
    private static final int MOST_CONTEXTS = 20;

    private final Recent<Key, Outcome> outcomes = new Recent<>(
            MOST_OUTCOMES,
            outcome -> !outcome.isBound() && outcome.report().results().size() <= MOST_RESULTS);
    private final Recent<Release, Graph> contexts = new Recent<>(MOST_CONTEXTS, _ -> true);

    /// A release of a dataset.
    private record Release(String dataset, long number) {}

    /// @param release number of the release of the dataset
    /// @param text tag of the text of the family
    record Key(String dataset, long release, String text, String shape) {}

    Outcome of(Key key, Supplier<Outcome> run) {
        return outcomes.of(key, run);
    }

    /// [Validator#context(Candidate)] of a dataset; remembered where its release is known.
    Graph context(JudgedDataset dataset, Candidate candidate) {
        return dataset.release() == 0
                ? Validator.context(candidate)
                : contexts.of(
                        new Release(dataset.dataset().slug(), dataset.release()), () -> Validator.context(candidate));
    }
}
