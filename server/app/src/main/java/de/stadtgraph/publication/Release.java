package de.stadtgraph.publication;

import de.stadtgraph.problem.Text;
import de.stadtgraph.publication.Finding.Severity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An immutable numbered version of a dataset's graph, as its manifest describes it.
public final class Release {
    /// Name of the file of statements.
    public static final String QUADS = "quads.nq.gz";

    private final Path folder;
    private final Manifest manifest;

    Release(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /// A file of a release.
    ///
    /// @param name name in the folder
    /// @param sha256 digest in hex
    /// @param bytes size
    public record File(String name, String sha256, long bytes) {}

    public String dataset() {
        return manifest.dataset();
    }

    public long number() {
        return manifest.number();
    }

    public Instant time() {
        return Instant.parse(manifest.time());
    }

    /// IRI of the named graph.
    public String graph() {
        return manifest.graph();
    }

    /// Notation of the decision in the scheme `publication-outcome`.
    public String outcome() {
        return manifest.outcome();
    }

    /// Whether it holds the synthetic sample that ships with the module.
    public boolean sample() {
        return manifest.sample();
    }

    public long quads() {
        return manifest.quads();
    }

    /// Number of distinct subjects.
    public long subjects() {
        return manifest.subjects();
    }

    /// Statements that the release before had not.
    public long added() {
        return manifest.added();
    }

    /// Statements that only the release before had.
    public long removed() {
        return manifest.removed();
    }

    /// What became of the records of the delivery; absent for RDF files.
    public Optional<RecordCounts> records() {
        return manifest.read() < 0
                ? Optional.empty()
                : Optional.of(new RecordCounts(manifest.read(), manifest.mapped(), manifest.rejected()));
    }

    /// Digest of everything it was made of.
    public String inputs() {
        return manifest.inputs();
    }

    public Map<String, String> versions() {
        return manifest.versions();
    }

    /// Names of the sources, by the number that the lineage gives.
    public List<String> origins() {
        return manifest.origins();
    }

    /// IRIs of the triples maps, by the number that the lineage gives.
    public List<String> rules() {
        return manifest.rules();
    }

    public List<SourceRecord> sources() {
        return manifest.sources().stream()
                .map(source -> new SourceRecord(
                        source.name(), source.file(), source.sha256(), source.bytes(), Instant.parse(source.fetched())))
                .toList();
    }

    public List<Finding> findings() {
        return manifest.findings().stream()
                .map(found -> new Finding(
                        found.rule(),
                        Severity.valueOf(found.severity().toUpperCase(Locale.ROOT)),
                        found.count(),
                        new Text(found.de(), found.en()),
                        found.examples()))
                .toList();
    }

    /// The files of the folder, by name.
    public List<File> files() {
        return new TreeMap<>(manifest.files())
                .entrySet().stream()
                        .map(entry -> new File(
                                entry.getKey(),
                                entry.getValue().sha256(),
                                entry.getValue().bytes()))
                        .toList();
    }

    /// A file of the release, by its name in [#files].
    public Path file(String name) {
        return folder.resolve(name);
    }

    /// The statements.
    public Path quadsFile() {
        return folder.resolve(QUADS);
    }

    /// The records that made a subject.
    public Lineage lineage() {
        return new Lineage(folder);
    }
}
