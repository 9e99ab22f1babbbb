package de.stadtgraph.pipeline;

import de.stadtgraph.mapping.Mapped;
import de.stadtgraph.pipeline.RunReport.Change;
import de.stadtgraph.pipeline.RunReport.Outcome;
import de.stadtgraph.pipeline.RunReport.Records;
import de.stadtgraph.pipeline.RunReport.Results;
import de.stadtgraph.publication.Candidate;
import de.stadtgraph.publication.Finding;
import de.stadtgraph.publication.FolderLock;
import de.stadtgraph.publication.PublicationDecision;
import de.stadtgraph.publication.PublicationDecision.Refused;
import de.stadtgraph.publication.Publisher;
import de.stadtgraph.publication.Release;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The last stage of a run: decide, then publish, keep as refused, or only tell. One run, one thread.
final class Ending {
    private final Stages stages;
    private final FolderLock lock;
    private final String dataset;
    private final long start = System.nanoTime();

    Ending(Stages stages, FolderLock lock, String dataset) {
        this.stages = stages;
        this.lock = lock;
        this.dataset = dataset;
    }

    /// Decides on a candidate and does what was decided.
    RunReport decide(Candidate candidate, Judged judged, RunRequest request) {
        Optional<Release> last = stages.releases().current(dataset);
        PublicationDecision decision = stages.gate().decide(candidate, last, request.acknowledged());
        Optional<Change> change = request.dryRun() ? change(candidate, last) : act(candidate, decision);
        boolean refused = decision instanceof Refused;
        return new RunReport(
                dataset,
                refused ? Outcome.REFUSED : Outcome.PUBLISHED,
                currentRelease(),
                stages.releases().states().current().number(),
                new Records(
                        candidate.records().read(),
                        candidate.records().mapped(),
                        candidate.records().rejected()),
                candidate.quads().count(),
                judged.results(),
                refused ? decision.reasons().stream().map(Ending::sentence).toList() : List.of(),
                candidate.findings(),
                change,
                judged.mapped(),
                time());
    }

    /// What the stages before found, for the report.
    record Judged(Results results, Optional<Mapped> mapped) {}

    private Optional<Change> act(Candidate candidate, PublicationDecision decision) {
        Publisher publisher = stages.publishers().apply(lock);
        if (decision instanceof Refused refused) {
            publisher.refuse(candidate, refused);
            return Optional.empty();
        }
        Release release = publisher.publish(candidate, decision);
        return Optional.of(
                new Change(release.manifest().added(), release.manifest().removed()));
    }

    /// What a publication would change.
    private Optional<Change> change(Candidate candidate, Optional<Release> last) {
        var changes = stages.publishers().apply(lock).changes(candidate, last);
        return Optional.of(new Change(changes.added(), changes.removed()));
    }

    /// Nothing came in that the current release was not made of.
    RunReport unchanged(Release current) {
        var counts = current.manifest().records();
        return new RunReport(
                dataset,
                Outcome.UNCHANGED,
                current.number(),
                stages.releases().states().current().number(),
                new Records(counts.read(), counts.mapped(), counts.rejected()),
                current.manifest().quads(),
                Results.NONE,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                time());
    }

    private long currentRelease() {
        return stages.releases().states().current().release(dataset).orElse(0L);
    }

    private static String sentence(Finding reason) {
        return reason.rule() + ": " + reason.message().en() + " (" + reason.count() + ")";
    }

    private Duration time() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
