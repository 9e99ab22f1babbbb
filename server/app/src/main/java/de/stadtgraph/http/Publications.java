package de.stadtgraph.http;

import java.util.List;
import java.util.Optional;

/// What the front shows of publications; the root fills it. Safe for many threads; nothing here reads a whole release.
public interface Publications {

    /// One release of a dataset, withdrawn ones excluded.
    Optional<PublishedRelease> release(String dataset, long number);

    /// The tombstone of a release that was taken away.
    default Optional<Withdrawn> withdrawn(String dataset, long number) {
        return Optional.empty();
    }

    /// All else that is public of a release.
    default Optional<ReleaseDetails> details(String dataset, long number) {
        return Optional.empty();
    }

    /// The releases of a dataset, newest first.
    List<PublishedRelease> releases(String dataset);

    /// The states, newest first.
    List<PublishedState> states();

    /// What was refused, newest first: outcome, rules and counts only, never a value of a refused candidate.
    List<Refusal> refusals();
}
