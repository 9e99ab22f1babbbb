package de.stadtgraph.publication;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.store.StateFiles;
import de.stadtgraph.vocabulary.CityIris;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Makes a candidate a release, or keeps what was found against it. One thread, which holds the folder's lock.
///
/// A release is public when its line stands in `states.log` on the disk, and only then; when [#publish] returns, it
/// does. Killed at any moment before, the state before stays, complete.
public final class Publisher {
    /// Free space that a publication asks for, as a multiple of what it is estimated to write.
    private static final double SPACE_FACTOR = 2.5;

    /// A generation takes less than this for a quad.
    private static final long GENERATION_BYTES = 40;

    private final DataFolder folder;
    private final CityIris iris;
    private final Releases releases;
    private final Consumer<StateFiles> rehearsal;

    /// A publisher that commits without looking at the state to come.
    Publisher(DataFolder folder, CityIris iris, FolderLock lock) {
        this(folder, iris, lock, _ -> {});
    }

    /// @param rehearsal builds what serves the state to come, and throws when that would not answer: then the state is
    ///     not committed
    public Publisher(DataFolder folder, CityIris iris, FolderLock lock, Consumer<StateFiles> rehearsal) {
        try {
            if (!lock.holds(folder)) {
                throw new IllegalArgumentException("the lock is not the one of " + folder.root());
            }
        } catch (IOException e) {
            throw Storage.failed(folder.root(), e);
        }
        this.folder = folder;
        this.iris = iris;
        this.rehearsal = rehearsal;
        this.releases = new Releases(folder, iris);
    }

    /// Publishes and returns when it is on the disk.
    ///
    /// @throws IllegalArgumentException when the decision is a refusal
    public Release publish(Candidate candidate, PublicationDecision decision) {
        if (decision instanceof PublicationDecision.Refused) {
            throw new IllegalArgumentException("a refused candidate is not published");
        }
        Path dataset = folder.releases().resolve(candidate.dataset().slug());
        try {
            Files.createDirectories(dataset);
            Storage.require(dataset, (long) (SPACE_FACTOR * estimate(candidate)));
            long number = nextNumber(dataset);
            Path made = dataset.resolve(number + ".tmp");
            Files.createDirectory(made);
            write(made, candidate, decision, number);
            DurableFile.syncFolder(made);
            Path finished = dataset.resolve(Long.toString(number));
            Files.move(made, finished, StandardCopyOption.ATOMIC_MOVE);
            DurableFile.syncFolder(dataset);
            DurableFile.syncFolder(folder.releases());
            Release release = Release.read(finished);
            commit(release, decision.time());
            DurableFile.syncFolder(folder.root());
            return release;
        } catch (IOException e) {
            throw Storage.failed(dataset, e);
        }
    }

    private void commit(Release release, Instant time) {
        StateLog states = folder.states();
        State last = states.current();
        Map<String, Long> next = last.with(release.dataset(), release.number());
        rehearsal.accept(releases.files(new State(last.number() + 1, time, next)));
        states.append(next, time);
    }

    /// Three packed forms of the quads, which pack to a sixth or less, and the generation.
    private static long estimate(Candidate candidate) throws IOException {
        return Files.size(candidate.quads().file()) / 2
                + GENERATION_BYTES * candidate.quads().count();
    }

    /// One more than any folder that is there, so that a number never means two things.
    private static long nextNumber(Path dataset) throws IOException {
        return DataFolder.entries(dataset).stream()
                        .map(entry -> String.valueOf(entry.getFileName()))
                        .filter(name -> name.matches("[0-9]{1,18}"))
                        .mapToLong(Long::parseLong)
                        .max()
                        .orElse(0)
                + 1;
    }

    private void write(Path made, Candidate candidate, PublicationDecision decision, long number) throws IOException {
        var record = new DecisionRecord(candidate, decision, iris);
        Optional<Release> parent = releases.current(candidate.dataset().slug());
        var draft = new CatalogueRecord.Draft(
                number,
                decision.time(),
                parent.map(release -> release.manifest().issued()).orElse(decision.time()),
                record.node());
        Map<String, FileDigest> files = new TreeMap<>();
        files.put(Release.QUADS, writeQuads(made, candidate));
        ChangeSet changes = writeChanges(made, candidate, parent, files);
        writeText(made, "report.ttl", Turtle.of(candidate.report()), files);
        writeText(made, "report.json", json(candidate.reportSummary()), files);
        writeText(made, "decision.ttl", Turtle.of(record.graph()), files);
        writeText(made, "decision.json", json(record.publicJson()), files);
        writeText(made, "measurements.ttl", Turtle.of(candidate.measurements()), files);
        ReleaseProfile profile = downloads(made, files);
        var content = new CatalogueRecord.Content(files, profile);
        var catalogue = CatalogueRecord.of(candidate.dataset(), draft, iris, content);
        writeText(made, "dataset.ttl", Turtle.of(catalogue), files);
        if (candidate.mapping().isPresent()) {
            writeText(
                    made,
                    Release.MAPPING,
                    Files.readAllBytes(candidate.mapping().get()),
                    files);
        }
        if (candidate.lineage().isPresent()) {
            files.putAll(LineageFile.write(candidate.lineage().get(), made));
        }
        Manifest manifest = manifest(candidate, decision, draft, changes);
        DurableFile.write(
                made.resolve(Manifest.FILE),
                manifest.with(parent.map(Release::number), files).bytes());
    }

    /// The same content in the other forms that people ask for.
    private static ReleaseProfile downloads(Path made, Map<String, FileDigest> files) throws IOException {
        Path quads = made.resolve(Release.QUADS);
        ReleaseProfile profile = ReleaseProfile.of(quads);
        files.put(Release.TURTLE, TurtleDump.write(quads, made.resolve(Release.TURTLE)));
        GeoJsonDump.write(quads, profile, made.resolve(Release.GEOJSON))
                .ifPresent(digest -> files.put(Release.GEOJSON, digest));
        return profile;
    }

    private FileDigest writeQuads(Path made, Candidate candidate) throws IOException {
        return write(
                candidate,
                made.resolve(Release.QUADS),
                graph(candidate.dataset().slug()));
    }

    /// What stands behind the object of each line.
    private byte[] graph(String slug) {
        return (" <" + iris.graph(slug).getURI() + "> .").getBytes(StandardCharsets.UTF_8);
    }

    private static FileDigest write(Candidate candidate, Path target, byte[] graph) throws IOException {
        try (var lines = LineReader.open(candidate.quads().file());
                var out = DurableFile.create(target)) {
            long count = 0;
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                // the statement without its " ." at the end
                byte[] quad = Arrays.copyOf(line, line.length - 2 + graph.length);
                System.arraycopy(graph, 0, quad, line.length - 2, graph.length);
                out.line(quad);
                count++;
            }
            if (count != candidate.quads().count()) {
                throw new ServerException(
                        ErrorCode.INTERNAL,
                        candidate.quads().file() + ": " + count + " statements instead of "
                                + candidate.quads().count() + "; the file changed while it was published.");
            }
            return out.finish();
        }
    }

    private static ChangeSet writeChanges(
            Path made, Candidate candidate, Optional<Release> parent, Map<String, FileDigest> files)
            throws IOException {
        if (parent.isEmpty()) {
            return new ChangeSet(candidate.quads().count(), 0);
        }
        try (var added = DurableFile.create(made.resolve(Release.ADDED));
                var removed = DurableFile.create(made.resolve(Release.REMOVED))) {
            var things = new ChangedThings();
            ChangeSet changes = ChangeSet.between(
                    parent.get().quads(),
                    made.resolve(Release.QUADS),
                    line -> {
                        things.added(line);
                        added.line(line);
                    },
                    line -> {
                        things.removed(line);
                        removed.line(line);
                    });
            files.put(Release.ADDED, added.finish());
            files.put(Release.REMOVED, removed.finish());
            writeText(made, Release.CHANGES, json(things.json()), files);
            return changes;
        }
    }

    /// What a publication of the candidate would change; nothing is written that stays.
    ///
    /// @param parent the current release
    public Changes changes(Candidate candidate, Optional<Release> parent) {
        if (parent.isEmpty()) {
            return new Changes(candidate.quads().count(), 0);
        }
        Path now = candidate.quads().file().resolveSibling("now.nq.gz");
        try {
            write(candidate, now, graph(candidate.dataset().slug()));
            ChangeSet changes = ChangeSet.between(parent.get().quads(), now, line -> {}, line -> {});
            return new Changes(changes.added(), changes.removed());
        } catch (IOException e) {
            throw Storage.failed(now, e);
        }
    }

    /// Numbers of a change set.
    public record Changes(long added, long removed) {}

    private static Manifest manifest(
            Candidate candidate, PublicationDecision decision, CatalogueRecord.Draft draft, ChangeSet changes) {
        SortedQuads quads = candidate.quads();
        return new Manifest(
                candidate.dataset().slug(),
                draft.number(),
                draft.time(),
                draft.issued(),
                Optional.empty(),
                decision.outcome(),
                quads.count(),
                quads.subjects(),
                quads.sha256(),
                changes.added(),
                changes.removed(),
                candidate.inputs(),
                candidate.records(),
                candidate.triplesMaps(),
                Map.of());
    }

    /// Keeps report, decision and manifest of a refused candidate where the steward finds them, and nobody else.
    ///
    /// @return the folder
    public Path refuse(Candidate candidate, PublicationDecision.Refused decision) {
        Path dataset = folder.refused(candidate.dataset().slug());
        try {
            for (Path path : List.of(folder.workspace().resolve("refused"), dataset)) {
                DataFolder.createPrivate(path);
            }
            String time = decision.time().toString().replaceAll("[^0-9TZ]", "");
            int number = 1;
            while (Files.exists(dataset.resolve(time + "-" + number))) {
                number++;
            }
            Path kept = dataset.resolve(time + "-" + number);
            DataFolder.createPrivate(kept);
            writeRefusal(kept, candidate, decision);
            DurableFile.syncFolder(kept);
            DurableFile.syncFolder(dataset);
            return kept;
        } catch (IOException e) {
            throw Storage.failed(dataset, e);
        }
    }

    private void writeRefusal(Path kept, Candidate candidate, PublicationDecision.Refused decision) throws IOException {
        var record = new DecisionRecord(candidate, decision, iris);
        Map<String, FileDigest> files = new TreeMap<>();
        writeText(kept, "report.ttl", Turtle.of(candidate.report()), files);
        writeText(kept, "report.json", json(candidate.reportSummary()), files);
        writeText(kept, "decision.ttl", Turtle.of(record.graph()), files);
        writeText(kept, "decision.json", json(record.json()), files);
        var draft = new CatalogueRecord.Draft(0, decision.time(), decision.time(), record.node());
        Manifest manifest = manifest(candidate, decision, draft, new ChangeSet(0, 0));
        DurableFile.write(
                kept.resolve(Manifest.FILE),
                manifest.with(Optional.empty(), files).bytes());
    }

    private static void writeText(Path made, String name, byte[] content, Map<String, FileDigest> files)
            throws IOException {
        files.put(name, DurableFile.write(made.resolve(name), content));
    }

    private static byte[] json(Object value) throws IOException {
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    }
}
