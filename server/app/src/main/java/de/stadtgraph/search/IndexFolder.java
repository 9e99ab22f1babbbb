package de.stadtgraph.search;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/// Where the index of a state is, beside those of other states. One thread.
///
/// @param folder where the folders of all states are
/// @param state number of the state
record IndexFolder(Path folder, long state) {

    Path path() {
        return folder.resolve(Long.toString(state));
    }

    /// Opens the folder, which is made if it is not there.
    Directory open() throws IOException {
        Files.createDirectories(path());
        return MMapDirectory.open(path());
    }

    /// Whether the whole index of some releases is in it.
    boolean holds(Directory directory, Map<String, Long> releases) throws IOException {
        return IndexMarks.of(directory)
                .filter(marks -> marks.releases().equals(releases))
                .isPresent();
    }

    /// Replaces what is in it by the whole index of the newest other state. Files of an index are never changed, so
    /// they
    /// are linked where the file system can.
    ///
    /// @return what that index has read; nothing if there is none
    Optional<IndexMarks> copyNewestOther(Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            directory.deleteFile(file);
        }
        for (Path other : others()) {
            try (Directory before = MMapDirectory.open(other)) {
                Optional<IndexMarks> marks = IndexMarks.of(before);
                if (marks.isPresent()) {
                    for (String file :
                            DirectoryReader.listCommits(before).getLast().getFileNames()) {
                        copy(other.resolve(file), path().resolve(file));
                    }
                    return marks;
                }
            }
        }
        return Optional.empty();
    }

    private List<Path> others() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().matches("\\d{1,18}"))
                    .filter(entry -> !entry.equals(path()))
                    .sorted(Comparator.comparingLong((Path entry) ->
                                    Long.parseLong(entry.getFileName().toString()))
                            .reversed())
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | FileSystemException _) {
            Files.copy(from, to);
        }
    }
}
