package de.stadtgraph.publication;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// A new file that is on the disk when [#finish] returns, with its digest taken on the way. One thread.
///
/// Packed files are the same bytes for the same content: the gzip header has neither name nor time.
final class DurableFile implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final FileChannel channel;
    private final MessageDigest digest = sha256();
    private final OutputStream disk = new Disk();
    private OutputStream out = new BufferedOutputStream(disk, BUFFER_BYTES);
    private @Nullable Packed member;
    private long count;

    private DurableFile(FileChannel channel) {
        this.channel = channel;
    }

    /// Creates a file that must not be there; it is packed when its name ends in `.gz`.
    static DurableFile create(Path file) throws IOException {
        var made = new DurableFile(FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW));
        if (file.toString().endsWith(".gz")) {
            made.nextMember();
        }
        return made;
    }

    /// Writes a whole small file.
    static FileDigest write(Path file, byte[] content) throws IOException {
        try (var made = create(file)) {
            made.out.write(content);
            return made.finish();
        }
    }

    void line(byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    /// Ends the gzip member and begins another; tells where it begins.
    long nextMember() throws IOException {
        finishMember();
        long offset = count;
        member = new Packed(disk);
        out = new BufferedOutputStream(member, BUFFER_BYTES);
        return offset;
    }

    FileDigest finish() throws IOException {
        finishMember();
        channel.force(true);
        return new FileDigest(HexFormat.of().formatHex(digest.digest()), count);
    }

    private void finishMember() throws IOException {
        out.flush();
        if (member != null) {
            member.finish();
        }
    }

    @Override
    public void close() throws IOException {
        if (member != null) {
            member.release();
        }
        channel.close();
    }

    /// Makes a folder's entries durable. A system that cannot open folders keeps them by itself.
    static void syncFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var entries = FileChannel.open(folder, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }
    }

    /// Digest of a file that is there.
    static FileDigest of(Path file) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
        }
        return new FileDigest(HexFormat.of().formatHex(digest.digest()), size);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Counts and digests what reaches the disk.
    private final class Disk extends OutputStream {
        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            digest.update(bytes, offset, length);
            count += length;
        }
    }

    /// A gzip member. Level 4 is several times as fast as the best one for a few bytes more.
    private static final class Packed extends GZIPOutputStream {
        Packed(OutputStream out) throws IOException {
            super(out, BUFFER_BYTES);
            def.setLevel(4);
        }

        void release() {
            def.end();
        }
    }
}
