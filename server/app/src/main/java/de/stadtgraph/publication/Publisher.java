package de.stadtgraph.publication;

import de.stadtgraph.publication.ReleaseFolder.Changes;
import de.stadtgraph.publication.ReleaseFolder.Statements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Turns a candidate into a release and a new state, or keeps it as refused.
///
/// A release is written under a temporary name, synced, renamed; the line in the log of states is the commit. Until
/// then nothing is public, and a crash leaves nothing but a folder that is removed later. The caller holds the lock
/// ([DataFolder#lock]); one thread at a time.
public final class Publisher {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Releases releases;
    private final Clock clock;

    public Publisher(Releases releases, Clock clock) {
        this.releases = releases;
        this.clock = clock;
    }

    /// A candidate whose statements lie sorted in a folder that nobody reads yet. Close it: what was not published
    /// goes.
    public final class Prepared implements AutoCloseable {
        private final Candidate candidate;
        private final long number;
        private final Path folder;
        private final Statements statements;
        private final Changes changes;
        private final Optional<Release> before;

        private Prepared(Candidate candidate) throws IOException {
            this.candidate = candidate;
            String slug = candidate.dataset().slug();
            this.before = releases.current(slug);
            this.number = releases.nextNumber(slug);
            this.folder = releases.folder().releases(slug).resolve(number + ".tmp");
            DataFolder.deleteTree(folder);
            Files.createDirectories(folder);
            var files = new ReleaseFolder(folder);
            this.statements = files.quads(
                    candidate.quads(), DecisionGraph.base(candidate).graph(slug).getURI());
            this.changes = files.changes(before);
        }

        /// Distinct statements.
        public long quads() {
            return statements.quads();
        }

        /// Statements that the last release had not.
        public long added() {
            return changes.added();
        }

        /// Statements that only the last release has.
        public long removed() {
            return changes.removed();
        }

        /// What the gate says.
        public PublicationDecision decide() {
            return Gate.decide(candidate, statements.subjects(), before);
        }

        /// Makes it a release and a new state; when this returns, it survives a crash.
        public Release publish(PublicationDecision decision) throws IOException {
            if (!decision.releases()) {
                throw new IllegalArgumentException("a refused candidate is never published");
            }
            Instant time = clock.instant();
            complete(decision, time);
            Path target = folder.resolveSibling(Long.toString(number));
            Disk.syncAll(folder);
            Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
            Disk.syncFolder(releases.folder().releases(candidate.dataset().slug()));
            Disk.syncFolder(releases.folder().releases());
            String slug = candidate.dataset().slug();
            releases.log().append(releases.current().next(slug, number, time));
            return releases.get(slug, number);
        }

        private void complete(PublicationDecision decision, Instant time) throws IOException {
            var files = new ReleaseFolder(folder);
            if (candidate.subjects().isPresent()) {
                files.lineage(candidate.subjects().get());
            }
            String id = Long.toString(number);
            files.turtle("report.ttl", candidate.report());
            files.turtle("decision.ttl", DecisionGraph.of(candidate, decision, id, time));
            files.turtle("dataset.ttl", ReleaseRecord.of(candidate, number, time, files.digests()));
            files.manifest(manifest(decision, time, files.digests()));
        }

        /// Keeps the report for the steward; the statements go.
        public Path refuse(PublicationDecision decision) throws IOException {
            Instant time = clock.instant();
            String id = candidate.dataset().slug() + "-" + STAMP.format(time);
            Path kept = releases.folder().workspace().resolve("refused").resolve(id);
            Files.createDirectories(kept);
            var files = new ReleaseFolder(kept);
            files.turtle("report.ttl", candidate.report());
            files.turtle("decision.ttl", DecisionGraph.of(candidate, decision, "refused-" + STAMP.format(time), time));
            files.manifest(manifest(decision, time, files.digests()));
            Disk.syncAll(kept);
            return kept;
        }

        private Manifest manifest(PublicationDecision decision, Instant time, Map<String, Manifest.Digest> digests) {
            RecordCounts records = candidate.records().orElse(new RecordCounts(-1, -1, -1));
            List<Finding> findings = decision.releases() ? candidate.findings() : decision.reasons();
            return new Manifest(
                    Manifest.FORMAT,
                    candidate.dataset().slug(),
                    number,
                    time.toString(),
                    DecisionGraph.base(candidate)
                            .graph(candidate.dataset().slug())
                            .getURI(),
                    decision.notation(),
                    candidate.sample(),
                    statements.quads(),
                    statements.subjects(),
                    changes.added(),
                    changes.removed(),
                    records.read(),
                    records.mapped(),
                    records.rejected(),
                    candidate.inputs(),
                    candidate.versions(),
                    candidate.sources().stream().map(Publisher::source).toList(),
                    candidate.origins(),
                    candidate.rules(),
                    findings.stream().map(Publisher::found).toList(),
                    digests);
        }

        @Override
        public void close() {
            DataFolder.deleteTree(folder);
        }
    }

    /// Sorts a candidate's statements and compares them with the last release.
    public Prepared prepare(Candidate candidate) throws IOException {
        return new Prepared(candidate);
    }

    private static Manifest.Source source(SourceRecord source) {
        return new Manifest.Source(
                source.name(),
                source.file(),
                source.sha256(),
                source.bytes(),
                source.fetched().toString());
    }

    private static Manifest.Found found(Finding finding) {
        return new Manifest.Found(
                finding.rule(),
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.count(),
                finding.message().de(),
                finding.message().en(),
                finding.examples());
    }
}
