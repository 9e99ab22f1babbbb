package de.stadtgraph.rml.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The bytes of a file, counted and digested while they are read. Not thread-safe.
final class CountedFile extends FilterInputStream {
    private final MessageDigest digest;
    private final Counter counter;

    private CountedFile(Counter counter, MessageDigest digest) {
        super(new DigestInputStream(counter, digest));
        this.counter = counter;
        this.digest = digest;
    }

    static CountedFile open(Path file) throws IOException {
        try {
            return new CountedFile(new Counter(Files.newInputStream(file)), MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    long bytes() {
        return counter.bytes;
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the digests of Java can be cloned", impossible);
        }
    }

    private static final class Counter extends FilterInputStream {
        private long bytes;

        Counter(InputStream input) {
            super(input);
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            bytes += octet < 0 ? 0 : 1;
            return octet;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            bytes += Math.max(0, count);
            return count;
        }
    }
}
