package de.stadtgraph.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The digest of everything that a candidate is made of: equal digests make equal candidates. Not thread-safe.
final class Digests {
    private static final int STRETCH = 1 << 16;

    private final MessageDigest digest;

    Digests() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Digests text(String name, String value) {
        digest.update((name + "\t" + value + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /// A file of any size: it is read in stretches.
    Digests file(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            text(String.valueOf(file.getFileName()), Long.toString(Files.size(file)));
            byte[] stretch = new byte[STRETCH];
            for (int length = in.read(stretch); length >= 0; length = in.read(stretch)) {
                digest.update(stretch, 0, length);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
