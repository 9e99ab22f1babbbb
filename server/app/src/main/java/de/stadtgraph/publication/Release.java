package de.stadtgraph.publication;

import de.stadtgraph.rdf.RdfFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;

/// One immutable numbered version of a dataset, read back from its folder (`prov:Entity`). For many threads.
///
/// Files are not opened before they are asked for.
///
/// @param folder `releases/<dataset>/<number>`
/// @param manifest what it says of itself
public record Release(Path folder, Manifest manifest) {
    static final String QUADS = "quads.nq.gz";
    static final String TURTLE = "release.ttl.gz";
    static final String GEOJSON = "release.geojson.gz";
    static final String ADDED = "changes.added.nq.gz";
    static final String REMOVED = "changes.removed.nq.gz";
    static final String CHANGES = "changes.json";
    static final String MAPPING = "mapping.ttl";
    static final String LINEAGE = "lineage.tsv.gz";
    static final String LINEAGE_INDEX = "lineage.idx";

    static Release read(Path folder) {
        return new Release(folder, Manifest.read(folder.resolve(Manifest.FILE)));
    }

    public String dataset() {
        return manifest.dataset();
    }

    public long number() {
        return manifest.number();
    }

    /// The quads, packed, in the order of their bytes.
    public Path quads() {
        return folder.resolve(QUADS);
    }

    /// The files that everybody may download, by the ending of their address; the first is always there.
    public Map<String, Path> downloads() {
        Map<String, Path> downloads = new LinkedHashMap<>();
        downloads.put("nq.gz", quads());
        file(TURTLE).ifPresent(file -> downloads.put("ttl.gz", file));
        file(GEOJSON).ifPresent(file -> downloads.put("geojson.gz", file));
        return downloads;
    }

    /// Quads that the release before did not have; none for the first release, all of it is new.
    public Optional<Path> added() {
        return file(ADDED);
    }

    /// Quads of the release before that are gone; none for the first release.
    public Optional<Path> removed() {
        return file(REMOVED);
    }

    /// The receipts of the subjects, if the run kept them.
    public Optional<Lineage> lineage() {
        return file(LINEAGE).map(packed -> new Lineage(packed, folder.resolve(LINEAGE_INDEX)));
    }

    /// The validation report.
    public Graph report() {
        return RdfFiles.read(folder.resolve("report.ttl"));
    }

    /// The decision.
    public Graph decision() {
        return RdfFiles.read(folder.resolve("decision.ttl"));
    }

    /// The catalogue record: dataset and distributions.
    public Graph record() {
        return RdfFiles.read(folder.resolve("dataset.ttl"));
    }

    /// The quality measurements.
    public Graph measurements() {
        return RdfFiles.read(folder.resolve("measurements.ttl"));
    }

    /// A file of the release, if its manifest names it and no withdrawal took it away.
    public Optional<Path> file(String name) {
        Path file = folder.resolve(name);
        boolean here = manifest.files().containsKey(name) && (!isOfBoth(name) || Files.exists(file));
        return here ? Optional.of(file) : Optional.empty();
    }

    /// Whether a file tells what the release before had.
    static boolean isOfBoth(String name) {
        return name.equals(REMOVED) || name.equals(CHANGES);
    }

    /// Whether the release before it was withdrawn, and with it what this one removed.
    private boolean isChangeOfWithdrawn(String name) {
        Path releases = Objects.requireNonNull(folder.getParent(), "a release lies in its dataset's folder");
        return isOfBoth(name)
                && manifest.parent()
                        .flatMap(parent -> Withdrawal.of(releases.resolve(Long.toString(parent))))
                        .isPresent();
    }

    /// Compares every file with the manifest.
    ///
    /// @throws de.stadtgraph.problem.ServerException `RELEASE_DAMAGED`, naming the first file that differs
    public void verify() {
        for (Map.Entry<String, FileDigest> entry : manifest.files().entrySet()) {
            Path file = folder.resolve(entry.getKey());
            if (!Files.exists(file)) {
                if (isChangeOfWithdrawn(entry.getKey())) {
                    continue;
                }
                throw Storage.damaged(file, "it is missing");
            }
            try {
                if (!DurableFile.of(file).equals(entry.getValue())) {
                    throw Storage.damaged(file, "its digest is not the one of the manifest");
                }
            } catch (IOException e) {
                throw Storage.failed(file, e);
            }
        }
    }
}
