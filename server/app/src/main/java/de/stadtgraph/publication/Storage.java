package de.stadtgraph.publication;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What the disk answers, in our words. Stateless.
final class Storage {
    private Storage() {}

    /// A write or read that failed.
    static ServerException failed(Path file, IOException cause) {
        String reason = String.valueOf(cause.getMessage());
        String lower = reason.toLowerCase(Locale.ROOT);
        boolean full = lower.contains("no space") || lower.contains("quota");
        return new ServerException(
                full ? ErrorCode.STORAGE_FULL : ErrorCode.INTERNAL,
                file + ": cannot be read or written: " + reason + ".",
                cause);
    }

    /// Refuses to begin what would not fit.
    static void require(Path folder, long bytes) throws IOException {
        long usable = Files.getFileStore(folder).getUsableSpace();
        if (usable < bytes) {
            throw new ServerException(
                    ErrorCode.STORAGE_FULL,
                    folder + ": " + usable + " bytes are free, the release needs " + bytes + "; free some space.");
        }
    }

    static ServerException damaged(Path file, String what) {
        return new ServerException(ErrorCode.RELEASE_DAMAGED, file + ": " + what + "; restore it from the backup.");
    }

    static ServerException damaged(Path file, String what, Throwable cause) {
        return new ServerException(
                ErrorCode.RELEASE_DAMAGED, file + ": " + what + "; restore it from the backup.", cause);
    }
}
