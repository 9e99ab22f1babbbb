package de.stadtgraph.workshop;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/// Writes a small text so that after a crash there is either the old one or the new one, whole. Stateless.
public final class DurableText {
    private DurableText() {}

    /// Writes beside, syncs, renames, syncs the folder.
    public static void write(Path file, String text) {
        Path beside = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.createDirectories(folder(file));
            try (FileChannel channel = FileChannel.open(
                    beside,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(folder(file));
        } catch (IOException e) {
            throw new ServerException(ErrorCode.STORAGE_FULL, file + " cannot be written: " + e.getMessage(), e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ServerException(ErrorCode.SOURCE_UNREADABLE, file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// The text of a file, or none where there is no file.
    public static String readIfThere(Path file) {
        return Files.isRegularFile(file) ? read(file) : "";
    }

    /// Keeps a text in a file for a moment; [#remove] ends it.
    static Path temporary(String text) {
        try {
            return Files.writeString(Files.createTempFile("text", ".ttl"), text);
        } catch (IOException e) {
            throw new ServerException(ErrorCode.STORAGE_FULL, "A text cannot be kept: " + e.getMessage(), e);
        }
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Gives a folder another name beside it; after a crash it has one of the two.
    static void rename(Path folder, Path other) {
        try {
            Files.move(folder, other, StandardCopyOption.ATOMIC_MOVE);
            sync(folder(folder));
        } catch (IOException e) {
            throw new ServerException(ErrorCode.STORAGE_FULL, folder + " cannot be renamed: " + e.getMessage(), e);
        }
    }

    /// Deletes a folder with all that is in it, if it is there. May be cut off in the middle: rename it first where
    /// half of it would be taken for the whole.
    static void removeFolder(Path folder) {
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException(file + " has no folder");
        }
        return folder;
    }
}
