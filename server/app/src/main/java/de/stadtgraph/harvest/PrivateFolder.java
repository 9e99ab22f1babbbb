package de.stadtgraph.harvest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A folder that only its owner may open; it is made when something is put below it.
record PrivateFolder(Path path) {

    PrivateFolder below(String name) throws IOException {
        make(path);
        Path inner = path.resolve(name);
        make(inner);
        return new PrivateFolder(inner);
    }

    private static void make(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
