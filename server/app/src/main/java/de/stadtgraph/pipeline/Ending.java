package de.stadtgraph.pipeline;

import de.stadtgraph.mapping.Mapped;
import de.stadtgraph.pipeline.RunReport.Change;
import de.stadtgraph.pipeline.RunReport.Outcome;
import de.stadtgraph.pipeline.RunReport.Records;
import de.stadtgraph.pipeline.RunReport.Results;
import de.stadtgraph.publication.Candidate;
import de.stadtgraph.publication.Finding;
import de.stadtgraph.publication.PublicationDecision;
import de.stadtgraph.publication.Publisher;
import de.stadtgraph.publication.RecordCounts;
import de.stadtgraph.publication.Release;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The last stage of a run: decide, then publish, keep as refused, or only tell. One run, one thread.
final class Ending {
    private final Stages stages;
    private final String dataset;
    private final long start = System.nanoTime();

    Ending(Stages stages, String dataset) {
        this.stages = stages;
        this.dataset = dataset;
    }

    /// Decides on a candidate and does what was decided.
    RunReport decide(Candidate candidate, Results results, Optional<Mapped> mapped, boolean dryRun) {
        try (Publisher.Prepared prepared = stages.publisher().prepare(candidate)) {
            PublicationDecision decision = prepared.decide();
            Outcome outcome = decision.releases() ? Outcome.PUBLISHED : Outcome.REFUSED;
            if (!dryRun && decision.releases()) {
                prepared.publish(decision);
            } else if (!dryRun) {
                prepared.refuse(decision);
            }
            List<String> reasons = decision.releases()
                    ? List.of()
                    : decision.reasons().stream().map(Ending::sentence).toList();
            return new RunReport(
                    dataset,
                    outcome,
                    currentRelease(),
                    stages.releases().current().number(),
                    candidate.records().map(Ending::records).orElse(Records.NONE),
                    prepared.quads(),
                    results,
                    reasons,
                    candidate.findings(),
                    Optional.of(new Change(prepared.added(), prepared.removed())),
                    mapped,
                    time());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Nothing came in that the current release was not made of.
    RunReport unchanged(Release current) {
        return new RunReport(
                dataset,
                Outcome.UNCHANGED,
                current.number(),
                stages.releases().current().number(),
                current.records().map(Ending::records).orElse(Records.NONE),
                current.quads(),
                Results.NONE,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                time());
    }

    private long currentRelease() {
        return stages.releases().current().releases().getOrDefault(dataset, 0L);
    }

    private static String sentence(Finding reason) {
        return reason.rule() + ": " + reason.message().en() + " (" + reason.count() + ")";
    }

    private static Records records(RecordCounts counts) {
        return new Records(counts.read(), counts.mapped(), counts.rejected());
    }

    private Duration time() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
