package de.stadtgraph.accounts;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Makes folders of mode 700 and files of mode 600, where the file system has modes. Stateless.
final class PrivateFiles {
    private PrivateFiles() {}

    static void folder(Path folder) {
        try {
            Files.createDirectories(folder);
            if (hasModes(folder)) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new ServerException(
                    ErrorCode.STORAGE_FULL, folder + ": the folder cannot be made: " + e.getMessage(), e);
        }
    }

    /// Makes an empty file unless it is there.
    static void file(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        if (hasModes(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return;
        }
        Files.createFile(file);
    }

    private static boolean hasModes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
