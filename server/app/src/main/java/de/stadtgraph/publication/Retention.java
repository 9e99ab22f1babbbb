package de.stadtgraph.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Deletes raw bytes that nobody needs: kept are the last two fetches of a source and those that its current release
/// was
/// made of. Raw bytes may hold what the mapping drops for privacy, so they do not stay longer than that.
public final class Retention {
    private static final int LAST_FETCHES = 2;

    private final DataFolder folder;
    private final Releases releases;

    public Retention(DataFolder folder, Releases releases) {
        this.folder = folder;
        this.releases = releases;
    }

    /// Clears what is past its time; call it under the folder's lock.
    ///
    /// @return number of deliveries that were deleted
    public int clear() {
        int deleted = 0;
        try {
            for (Path dataset : DataFolder.entries(folder.fetched())) {
                deleted += Files.isDirectory(dataset) ? clear(dataset) : 0;
            }
            return deleted;
        } catch (IOException e) {
            throw Storage.failed(folder.fetched(), e);
        }
    }

    private int clear(Path dataset) throws IOException {
        Set<String> needed = needed(String.valueOf(dataset.getFileName()));
        List<Path> old = new ArrayList<>();
        for (Path delivery : DataFolder.entries(dataset)) {
            if (Files.isDirectory(delivery)
                    && String.valueOf(delivery.getFileName()).matches("[0-9a-f]{64}")) {
                old.add(delivery);
            }
        }
        Map<String, List<Path>> byFile = old.stream().collect(Collectors.groupingBy(Retention::file));
        List<Path> past = new ArrayList<>();
        for (List<Path> fetches : byFile.values()) {
            fetches.sort(Comparator.comparing(Retention::fetched).reversed());
            past.addAll(fetches.subList(Math.min(LAST_FETCHES, fetches.size()), fetches.size()));
        }
        past.removeIf(delivery -> needed.contains(String.valueOf(delivery.getFileName())));
        for (Path delivery : past) {
            DataFolder.delete(delivery);
        }
        return past.size();
    }

    /// Digests that the current release was made of.
    private Set<String> needed(String dataset) {
        Set<String> digests = new HashSet<>();
        releases.current(dataset)
                .ifPresent(release ->
                        release.manifest().inputs().sources().forEach(source -> digests.add(source.sha256())));
        return digests;
    }

    /// Name of the delivered file: a source that is fetched again has the same.
    private static String file(Path delivery) {
        try {
            List<Path> files = DataFolder.entries(delivery);
            return files.isEmpty() ? "" : String.valueOf(files.getFirst().getFileName());
        } catch (IOException e) {
            throw Storage.failed(delivery, e);
        }
    }

    /// A file that is fetched again is written again.
    private static FileTime fetched(Path delivery) {
        try {
            FileTime newest = FileTime.fromMillis(0);
            for (Path file : DataFolder.entries(delivery)) {
                FileTime time = Files.getLastModifiedTime(file);
                newest = time.compareTo(newest) > 0 ? time : newest;
            }
            return newest;
        } catch (IOException e) {
            throw Storage.failed(delivery, e);
        }
    }
}
