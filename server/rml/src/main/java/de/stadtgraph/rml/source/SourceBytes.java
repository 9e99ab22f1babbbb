package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.Container.Compression;
import de.stadtgraph.rml.rules.LogicalSource;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// The content of a source's file, unpacked, and the count and digest of the file's own bytes. Not thread-safe.
final class SourceBytes implements Closeable {
    private final Path file;
    private final Counter raw;
    private final InputStream content;

    private SourceBytes(Path file, Counter raw, InputStream content) {
        this.file = file;
        this.raw = raw;
        this.content = content;
    }

    /// Opens a source's file; what is packed is unpacked while it is read, within limits.
    static SourceBytes open(LogicalSource source) throws IOException {
        Path file = source.file();
        Compression compression = source.container().compression();
        if (compression == Compression.DETECTED) {
            compression = FileKind.of(file).compression(file);
        }
        if (compression == Compression.ZIP) {
            var raw = new Counter();
            return new SourceBytes(
                    file, raw, Archives.zipMember(file, source.container().member(), raw));
        }
        var raw = new Counter(Files.newInputStream(file));
        try {
            return new SourceBytes(file, raw, unpack(raw, compression, source));
        } catch (ZipException broken) {
            raw.close();
            throw new BrokenSourceException(
                    "broken-archive", -1, file.getFileName() + " is no gzip file: " + broken.getMessage());
        } catch (IOException | RuntimeException broken) {
            raw.close();
            throw broken;
        }
    }

    /// A file that a library reads by itself.
    static SourceBytes unread(Path file) {
        return new SourceBytes(file, new Counter(), InputStream.nullInputStream());
    }

    private static InputStream unpack(Counter raw, Compression compression, LogicalSource source) throws IOException {
        String member = source.container().member();
        String name = String.valueOf(source.file().getFileName());
        return switch (compression) {
            case NONE, DETECTED -> raw;
            case GZIP -> LimitedInput.unpacking(new GZIPInputStream(new BufferedInputStream(raw), 1 << 16), raw, name);
            case TAR_GZIP ->
                Archives.tarMember(
                        LimitedInput.unpacking(new GZIPInputStream(new BufferedInputStream(raw)), raw, name),
                        member,
                        name);
            case TAR_XZ -> Archives.tarMember(LimitedInput.unpacking(Archives.xz(raw, name), raw, name), member, name);
            case ZIP -> throw new IllegalArgumentException("a zip file is read by its directory");
        };
    }

    InputStream input() {
        return content;
    }

    /// Bytes of the file read so far.
    long bytes() {
        return raw.bytes;
    }

    /// The digest is not computed; it must not be asked for.
    void withoutDigest() {
        raw.digests = false;
    }

    /// SHA-256 of the whole file, in hexadecimal; what is left is read.
    String sha256() throws IOException {
        MessageDigest digest = digest();
        if (raw.isWhole) {
            raw.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(raw.digest());
        }
        try (var again = new DigestInputStream(Files.newInputStream(file), digest)) {
            raw.bytes = again.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
        raw.close();
    }

    /// Counts and digests bytes; told of them where something else reads the file.
    static final class Counter extends FilterInputStream {
        private final MessageDigest digest = SourceBytes.digest();
        private final boolean isWhole;
        private boolean digests = true;
        private long bytes;

        Counter(InputStream input) {
            super(input);
            this.isWhole = true;
        }

        /// For a file that something else reads.
        Counter() {
            super(InputStream.nullInputStream());
            this.isWhole = false;
        }

        long bytes() {
            return bytes;
        }

        void note(long read) {
            bytes = read;
        }

        private byte[] digest() {
            if (!digests) {
                throw new IllegalStateException("nobody wanted to know the digest");
            }
            return digest.digest();
        }

        private void update(byte[] read, int from, int count) {
            if (digests) {
                digest.update(read, from, count);
            }
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            if (octet >= 0) {
                bytes++;
                update(new byte[] {(byte) octet}, 0, 1);
            }
            return octet;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            if (count > 0) {
                bytes += count;
                update(into, from, count);
            }
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            return count <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(count, 1 << 13)]));
        }
    }
}
