package de.stadtgraph.store;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;

/// The unpacked quads of a release; what cannot be read is a damaged release, never a shorter one.
final class ReleaseStream extends FilterInputStream {
    private static final int BUFFER = 1 << 16;

    private final ReleaseFile file;

    private ReleaseStream(ReleaseFile file, InputStream in) {
        super(in);
        this.file = file;
    }

    /// @throws ServerException [ErrorCode#RELEASE_DAMAGED] when it cannot be opened
    static ReleaseStream open(ReleaseFile file) {
        try {
            return new ReleaseStream(file, new GZIPInputStream(Files.newInputStream(file.quads()), BUFFER));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    @Override
    public int read() throws IOException {
        throw new UnsupportedOperationException("it is read in stretches");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static ServerException unreadable(ReleaseFile file, Exception cause) {
        return new ServerException(
                ErrorCode.RELEASE_DAMAGED,
                file.quads() + ": it cannot be read to its end; restore it from the backup.",
                cause);
    }

    static ServerException damaged(ReleaseFile file, long count) {
        return new ServerException(
                ErrorCode.RELEASE_DAMAGED,
                file.quads() + ": it has " + count + " different quads, its manifest says " + file.count()
                        + "; restore it from the backup.");
    }
}
