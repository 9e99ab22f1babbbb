package de.stadtgraph.publication;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The one folder that holds everything a city has published. Immutable, for many threads.
///
/// @param root absolute
public record DataFolder(Path root) {
    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /// Takes a folder, makes what is missing in it.
    public static DataFolder open(Path root) {
        var folder = new DataFolder(root);
        try {
            Files.createDirectories(folder.releases());
            Files.createDirectories(folder.generations());
            createPrivate(folder.fetched());
            createPrivate(folder.workspace());
            removeFormerTexts(folder.root.resolve("text"));
        } catch (IOException e) {
            throw Storage.failed(folder.root, e);
        }
        return folder;
    }

    /// Text indexes had a folder of their own once; now they are parts of the segments.
    private static void removeFormerTexts(Path former) throws IOException {
        if (Files.isDirectory(former)) {
            delete(former);
        }
    }

    public Path releases() {
        return root.resolve("releases");
    }

    public Path fetched() {
        return root.resolve("fetched");
    }

    public Path generations() {
        return root.resolve("generations");
    }

    /// Drafts, accounts, refused candidates; never public.
    public Path workspace() {
        return root.resolve("workspace");
    }

    /// Reports of refused candidates of a dataset; never public.
    public Path refused(String dataset) {
        return workspace().resolve("refused").resolve(dataset);
    }

    public StateLog states() {
        return new StateLog(root.resolve("states.log"));
    }

    /// Takes the folder for writing and removes what a killed writer left half-written.
    ///
    /// @param command what the holder does, for the message another one gets
    /// @throws de.stadtgraph.problem.ServerException `FOLDER_BUSY` when somebody else writes
    public FolderLock lock(String command) {
        FolderLock lock = FolderLock.take(root, command);
        try {
            clean();
            return lock;
        } catch (IOException e) {
            lock.close();
            throw Storage.failed(root, e);
        }
    }

    private void clean() throws IOException {
        for (Path dataset : entries(releases())) {
            for (Path entry : entries(dataset)) {
                if (entry.toString().endsWith(".tmp")) {
                    delete(entry);
                } else if (Files.exists(entry.resolve(Withdrawal.FILE))) {
                    Withdrawal.clear(entry);
                }
            }
        }
    }

    static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    static void createPrivate(Path folder) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(Objects.requireNonNull(folder.getParent(), "the root folder exists"));
        if (posix) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return;
        }
        Files.createDirectory(folder);
    }

    /// Deletes a folder with all that is in it.
    public static void delete(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem) throws IOException {
                if (problem != null) {
                    throw problem;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
