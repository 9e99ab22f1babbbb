package de.stadtgraph.publication;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/// The data folder of one audience: releases and the log of states are the truth, all else is derived or private.
///
/// Immutable; folders are made when they are asked for.
///
/// @param root the folder that `--data` names
public record DataFolder(Path root) {

    /// The data folder at a path; it is made when it is not there.
    public static DataFolder at(Path root) {
        return new DataFolder(made(root));
    }

    /// Releases, public.
    public Path releases() {
        return made(root.resolve("releases"));
    }

    /// The releases of one dataset.
    public Path releases(String dataset) {
        return releases().resolve(dataset);
    }

    /// The log of states.
    public Path statesLog() {
        return root.resolve("states.log");
    }

    /// Raw bytes as fetched, never served.
    public Path fetched() {
        return root.resolve("fetched");
    }

    /// Refused candidates and work in progress, for the owner of the process only.
    public Path workspace() {
        Path workspace = made(root.resolve("workspace"));
        try {
            if (workspace.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(workspace, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw unwritable(workspace, e);
        }
        return workspace;
    }

    /// Takes the right to write, for one command at a time.
    ///
    /// @param command what the holder does, for the sentence that others get
    /// @throws ServerException [ErrorCode#FOLDER_BUSY]
    public FolderLock lock(String command) {
        FolderLock lock = FolderLock.take(root.resolve("lock"), command);
        removeLeftovers();
        return lock;
    }

    /// Removes what a process left half-written; only the holder of the lock may.
    private void removeLeftovers() {
        deleteTree(workspace().resolve("runs"));
        try (Stream<Path> datasets = Files.list(releases())) {
            for (Path dataset : datasets.filter(Files::isDirectory).toList()) {
                try (Stream<Path> entries = Files.list(dataset)) {
                    entries.filter(entry -> entry.toString().endsWith(".tmp")).forEach(DataFolder::deleteTree);
                }
            }
        } catch (IOException e) {
            throw unwritable(root, e);
        }
    }

    /// Deletes a folder with all that is in it; links are not followed.
    public static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    static ServerException unwritable(Path path, IOException e) {
        boolean full = String.valueOf(e.getMessage()).contains("No space left");
        return new ServerException(
                full ? ErrorCode.STORAGE_FULL : ErrorCode.SOURCE_UNREADABLE,
                path + ": cannot be written: " + (full ? "no space left" : e.getMessage()) + ".",
                e);
    }
}
