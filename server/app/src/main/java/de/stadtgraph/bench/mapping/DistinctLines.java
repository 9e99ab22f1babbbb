package de.stadtgraph.bench.mapping;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// The distinct lines of a file in the order of their bytes: their number and the SHA-256 of the sorted file.
///
/// Sorted by the system's `sort -u` on disk, since a file of four million lines needs not be held for it.
record DistinctLines(long count, String sha256) {

    /// @param temporary where the sorted file and the pieces of it may lie; nothing stays there
    static DistinctLines of(Path file, Path temporary) throws IOException {
        Path sorted = temporary.resolve(file.getFileName() + ".sorted");
        try {
            sort(file, sorted, temporary);
            return read(sorted);
        } finally {
            Files.deleteIfExists(sorted);
        }
    }

    private static void sort(Path file, Path sorted, Path temporary) throws IOException {
        ProcessBuilder sort = new ProcessBuilder(List.of(
                        "sort",
                        "-u",
                        "-S",
                        "256M",
                        "-T",
                        temporary.toString(),
                        "-o",
                        sorted.toString(),
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        sort.environment().putAll(Map.of("LC_ALL", "C"));
        try {
            int exit = sort.start().waitFor();
            if (exit != 0) {
                throw new ServerException(
                        ErrorCode.BAD_ARGUMENT, file + " could not be sorted: sort ended with " + exit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException(ErrorCode.BAD_ARGUMENT, "Sorting was interrupted.", e);
        }
    }

    private static DistinctLines read(Path sorted) throws IOException {
        MessageDigest digest = digest();
        long lines = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream input = Files.newInputStream(sorted)) {
            for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
                digest.update(buffer, 0, length);
                for (int i = 0; i < length; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return new DistinctLines(lines, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
