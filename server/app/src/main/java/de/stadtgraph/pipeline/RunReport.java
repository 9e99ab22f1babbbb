package de.stadtgraph.pipeline;

import de.stadtgraph.mapping.Mapped;
import de.stadtgraph.publication.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What one run did: what came in, what was left out and why, what was decided, what changed.
///
/// @param dataset slug of the dataset
/// @param outcome how it ended
/// @param release number of the release that is current now, 0 where there is none
/// @param state number of the state that is current now
/// @param records records read, mapped and rejected
/// @param quads statements of the candidate
/// @param results results of the shapes by severity
/// @param reasons why it was refused or failed, or what it warns of: one sentence each
/// @param findings what the shapes and the mapping found, heaviest first
/// @param change the change set against the last release, where one was computed
/// @param mapped what the engine told; absent where nothing was mapped
/// @param time how long it took
public record RunReport(
        String dataset,
        Outcome outcome,
        long release,
        long state,
        Records records,
        long quads,
        Results results,
        List<String> reasons,
        List<Finding> findings,
        Optional<Change> change,
        Optional<Mapped> mapped,
        Duration time) {

    public RunReport {
        reasons = List.copyOf(reasons);
        findings = List.copyOf(findings);
    }

    /// How a run ended.
    public enum Outcome {
        PUBLISHED,
        REFUSED,
        UNCHANGED,
        FAILED
    }

    /// Records read = mapped + rejected + those skipped by a rule.
    public record Records(long read, long mapped, long rejected) {
        static final Records NONE = new Records(0, 0, 0);
    }

    /// Results of the shapes; blocks count as violations here and stand in the reasons.
    public record Results(long violation, long warning, long info) {
        static final Results NONE = new Results(0, 0, 0);
    }

    /// Statements that the candidate has and the last release has not, and the other way round.
    public record Change(long added, long removed) {}
}
