package de.stadtgraph.publication;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.store.ReleaseFile;
import de.stadtgraph.store.StateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The releases of a data folder. Reads at each call; thread-safe.
public final class Releases {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataFolder folder;
    private final StateLog log;

    public Releases(DataFolder folder) {
        this.folder = folder;
        this.log = new StateLog(folder);
    }

    /// All states, oldest first.
    public List<State> states() {
        return log.states();
    }

    /// The newest state.
    public State current() {
        return log.current();
    }

    /// The current release of a dataset.
    public Optional<Release> current(String dataset) {
        return Optional.ofNullable(current().releases().get(dataset)).map(number -> get(dataset, number));
    }

    /// Releases of a dataset that some state named, newest first.
    public List<Release> all(String dataset) {
        return log.states().stream()
                .flatMap(state -> Optional.ofNullable(state.releases().get(dataset)).stream())
                .distinct()
                .sorted((one, other) -> Long.compare(other, one))
                .map(number -> get(dataset, number))
                .toList();
    }

    /// A release that some state names.
    ///
    /// @throws ServerException [ErrorCode#RELEASE_DAMAGED] when its manifest cannot be read
    public Release get(String dataset, long number) {
        Path release = folder.releases(dataset).resolve(Long.toString(number));
        Path file = release.resolve("manifest.json");
        try {
            return new Release(release, JSON.readValue(file.toFile(), Manifest.class));
        } catch (IOException e) {
            throw new ServerException(
                    ErrorCode.RELEASE_DAMAGED,
                    file
                            + ": the manifest of a release that states.log names cannot be read; restore it from the backup.",
                    e);
        }
    }

    /// What a generation of the newest state is built from.
    public StateFiles files() {
        State state = current();
        List<ReleaseFile> files = state.releases().entrySet().stream()
                .map(entry -> get(entry.getKey(), entry.getValue()))
                .map(release -> new ReleaseFile(
                        release.dataset(), release.number(), release.graph(), release.quadsFile(), release.quads()))
                .sorted((one, other) -> one.dataset().compareTo(other.dataset()))
                .toList();
        return new StateFiles(state.number(), state.time(), files);
    }

    /// The next free number; numbers of folders that no state names are not used again.
    long nextNumber(String dataset) {
        Path releases = folder.releases(dataset);
        if (!Files.isDirectory(releases)) {
            return 1;
        }
        try (Stream<Path> entries = Files.list(releases)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                            .filter(name -> name.matches("[0-9]{1,15}"))
                            .mapToLong(Long::parseLong)
                            .max()
                            .orElse(0)
                    + 1;
        } catch (IOException e) {
            throw DataFolder.unwritable(releases, e);
        }
    }

    DataFolder folder() {
        return folder;
    }

    StateLog log() {
        return log;
    }
}
