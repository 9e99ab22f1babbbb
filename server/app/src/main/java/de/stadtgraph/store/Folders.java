package de.stadtgraph.store;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.snapshot.build.SegmentFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Folders of derived files: listed, removed, set aside. Stateless.
final class Folders {
    static final String WORK = ".tmp";
    static final String BAD = ".bad";

    /// What systems say: the disk is full, a quota is used up, a process may not write more into a file.
    private static final Pattern FULL = Pattern.compile("No space left|[Qq]uota|File too large");

    private Folders() {}

    static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    static void remove(Path folder) {
        try {
            SegmentFolder.remove(folder);
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    /// Gives a damaged folder another name, so that nobody opens it again.
    static void setAside(Path folder) {
        Path aside = folder.resolveSibling(folder.getFileName() + BAD);
        remove(aside);
        try {
            Files.move(folder, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    static ServerException failed(Path folder, IOException cause) {
        boolean full = FULL.matcher(String.valueOf(cause.getMessage())).find();
        if (full) {
            return new ServerException(
                    ErrorCode.STORAGE_FULL, folder + ": the disk is full; free some space, reading goes on.", cause);
        }
        return new ServerException(ErrorCode.INTERNAL, folder + ": it cannot be written or read.", cause);
    }
}
