package de.stadtgraph.harvest;

import de.stadtgraph.harvest.HarvestOutcome.Fetched;
import de.stadtgraph.harvest.HarvestOutcome.NotModified;
import de.stadtgraph.harvest.HarvestOutcome.Unreachable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;

/// Keeps a copy of each source's bytes in `fetched/<dataset>/<digest>/`, with digest and time.
///
/// Raw bytes may hold personal data that the mapping drops: the folder is for its owner only and is never served.
/// One thread at a time; a file may have up to 2 GB.
public final class Harvester {
    /// Largest raw file that is read.
    static final long MAXIMUM_BYTES = 2L << 30;

    private final PrivateFolder folder;
    private final Clock clock;

    /// Makes a harvester that keeps its copies below a folder.
    public Harvester(Path folder, Clock clock) {
        this.folder = new PrivateFolder(folder);
        this.clock = clock;
    }

    /// Fetches one source.
    ///
    /// @param lastDigest digest of the bytes that the current release was made of, or an empty text
    public HarvestOutcome fetch(Source source, String lastDigest) {
        if (!Files.isRegularFile(source.file()) || !Files.isReadable(source.file())) {
            return new Unreachable(source, source.file() + ": no such file that can be read.");
        }
        try {
            long size = Files.size(source.file());
            if (size > MAXIMUM_BYTES) {
                String limit = " bytes are more than the limit of " + MAXIMUM_BYTES + ".";
                return new Unreachable(source, source.file() + ": " + size + limit);
            }
            Fetch fetch = keep(source);
            return fetch.sha256().equals(lastDigest) ? new NotModified(fetch) : new Fetched(fetch);
        } catch (IOException e) {
            return new Unreachable(source, source.file() + ": cannot be read: " + e.getMessage() + ".");
        }
    }

    private Fetch keep(Source source) throws IOException {
        PrivateFolder dataset = folder.below(source.dataset());
        Path arriving = dataset.path().resolve("arriving.tmp");
        MessageDigest digest = sha256();
        long bytes;
        try (InputStream in = new DigestInputStream(Files.newInputStream(source.file()), digest)) {
            bytes = Files.copy(in, arriving, StandardCopyOption.REPLACE_EXISTING);
        }
        force(arriving);
        String hex = HexFormat.of().formatHex(digest.digest());
        Path kept = dataset.below(hex).path().resolve(source.file().getFileName());
        Files.move(arriving, kept, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return new Fetch(source, kept, hex, bytes, clock.instant());
    }

    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
