package de.stadtgraph.store;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.SnapshotBuilder;
import de.stadtgraph.snapshot.SnapshotFault;
import de.stadtgraph.snapshot.build.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder `generations`: a folder a state, and `segments`. What it holds is derived from releases: it may be
/// removed while nobody serves, and anything damaged is set aside and built again.
final class GenerationFolder {
    private static final Logger LOG = LoggerFactory.getLogger(GenerationFolder.class);

    /// Bytes of free space asked for a quad that has to be indexed: 2.5 × 30 in its segment and as much in the merge.
    private static final long SPACE = 150;

    private final Path folder;
    private final Segments segments;
    private final StoreOptions options;

    GenerationFolder(Path folder, StoreOptions options) {
        this.folder = folder;
        this.segments = new Segments(folder.resolve("segments"), options);
        this.options = options;
        Folders.create(segments.folder());
    }

    /// The newest complete generation that opens; what does not is set aside.
    ///
    /// @param last number of the last state that counts
    Optional<StateIndex> newest(long last) {
        try (var _ = FolderGuard.take(folder)) {
            for (Path generation : numbered()) {
                if (Long.parseLong(name(generation)) > last) {
                    continue;
                }
                try {
                    return Optional.of(StateIndex.open(generation));
                } catch (SnapshotFault e) {
                    LOG.warn("A generation is set aside: {}", e.getMessage());
                    Folders.setAside(generation);
                }
            }
            return Optional.empty();
        }
    }

    /// The generation of a state, built if need be, and tested.
    ///
    /// @throws ServerException [ErrorCode#RELEASE_DAMAGED] when a release is not what the state says
    StateIndex require(StateFiles files) {
        try (var _ = FolderGuard.take(folder)) {
            return existing(files).orElseGet(() -> build(files));
        } catch (UncheckedIOException e) {
            throw Folders.failed(folder, Objects.requireNonNull(e.getCause()));
        }
    }

    private Optional<StateIndex> existing(StateFiles files) {
        Path generation = of(files.state());
        if (!Files.isDirectory(generation) || !files.releases().stream().allMatch(segments::has)) {
            return Optional.empty();
        }
        try {
            StateIndex index = StateIndex.open(generation);
            if (index.served().equals(ServedState.of(files))) {
                return Optional.of(index);
            }
            index.close();
        } catch (SnapshotFault e) {
            LOG.warn("A generation is built again: {}", e.getMessage());
        }
        return Optional.empty();
    }

    private StateIndex build(StateFiles files) {
        removeWork();
        requireSpace(files);
        List<SnapshotBuilder.Segment> parts = new ArrayList<>();
        for (ReleaseFile file : files.releases()) {
            parts.add(new SnapshotBuilder.Segment(segments.require(file), SnapshotBuilder.Role.RELEASED));
        }
        Path generation = of(files.state());
        Folders.remove(generation);
        merge(files, parts);
        StateIndex index = StateIndex.open(generation);
        try {
            SelfTest.run(index, files);
            return index;
        } catch (RuntimeException e) {
            index.close();
            Folders.setAside(generation);
            throw e;
        }
    }

    /// A segment that turns out to be damaged, itself or what is beside it, is built again, once.
    private void merge(StateFiles files, List<SnapshotBuilder.Segment> parts) {
        try {
            mergeOnce(files, parts);
        } catch (SnapshotFault e) {
            LOG.warn("Segments are built again: {}", e.getMessage());
            setAsideDamagedSegments();
            files.releases().forEach(segments::require);
            Folders.remove(of(files.state()));
            mergeOnce(files, parts);
        }
    }

    private void mergeOnce(StateFiles files, List<SnapshotBuilder.Segment> parts) {
        Path generation = of(files.state());
        new SnapshotBuilder().build(ServedState.of(files).name(), parts, generation);
        try (Snapshot merged = Snapshot.open(generation)) {
            merged.verify();
        }
    }

    private void requireSpace(StateFiles files) {
        long quads = 0;
        for (ReleaseFile file : files.releases()) {
            quads += segments.has(file) ? file.count() / 2 : file.count();
        }
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < quads * SPACE) {
                throw new ServerException(
                        ErrorCode.STORAGE_FULL,
                        folder + ": the index of state " + files.state() + " needs about "
                                + ((quads * SPACE) >> 20) + " MB of free space, there are " + (free >> 20)
                                + " MB; free some space, reading goes on.");
            }
        } catch (IOException e) {
            throw Folders.failed(folder, e);
        }
    }

    /// Sets a generation aside in which a fault was found, and every segment that is damaged.
    void setAside(long state) {
        try (var _ = FolderGuard.take(folder)) {
            if (Files.isDirectory(of(state))) {
                Folders.setAside(of(state));
            }
            setAsideDamagedSegments();
        }
    }

    private void setAsideDamagedSegments() {
        for (Path segment : finished(segments.folder())) {
            try (Snapshot snapshot = Snapshot.open(segment)) {
                snapshot.verify();
            } catch (SnapshotFault e) {
                LOG.warn("A segment is set aside: {}", e.getMessage());
                Folders.setAside(segment);
            }
        }
    }

    /// Removes older generations, and segments that none of the kept ones names.
    ///
    /// @param served the state that is served; it and the newest others are kept
    void prune(long served) {
        try (var _ = FolderGuard.take(folder)) {
            Set<Path> named = new HashSet<>();
            int others = options.keepGenerations() - 1;
            for (Path generation : numbered()) {
                boolean kept = generation.equals(of(served)) || others-- > 0;
                if (kept) {
                    nameSegments(generation, named);
                } else {
                    Folders.remove(generation);
                }
            }
            Folders.list(segments.folder()).stream()
                    .filter(segment -> !named.contains(segment))
                    .forEach(Folders::remove);
            Folders.list(folder).stream()
                    .filter(entry -> entry.toString().endsWith(Folders.BAD))
                    .forEach(Folders::remove);
        }
    }

    private static void nameSegments(Path generation, Set<Path> named) {
        try {
            Manifest.read(generation)
                    .segments()
                    .forEach(segment ->
                            named.add(generation.resolve(segment.folder()).normalize()));
        } catch (SnapshotFault e) {
            LOG.warn("A generation cannot be read: {}", e.getMessage());
        }
    }

    private void removeWork() {
        for (Path place : List.of(folder, segments.folder())) {
            Folders.list(place).stream()
                    .filter(entry -> entry.toString().endsWith(Folders.WORK))
                    .forEach(Folders::remove);
        }
    }

    /// Folders of states, newest first.
    private List<Path> numbered() {
        return finished(folder).stream()
                .filter(entry -> name(entry).matches("\\d{1,18}"))
                .sorted(Comparator.comparingLong((Path entry) -> Long.parseLong(name(entry)))
                        .reversed())
                .toList();
    }

    private static List<Path> finished(Path place) {
        return Folders.list(place).stream()
                .filter(entry -> !entry.toString().endsWith(Folders.WORK)
                        && !entry.toString().endsWith(Folders.BAD))
                .toList();
    }

    private static String name(Path entry) {
        return String.valueOf(entry.getFileName());
    }

    private Path of(long state) {
        return folder.resolve(Long.toString(state));
    }
}
