package de.stadtgraph.store;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.snapshot.SnapshotFault;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a reader is told whose index turned out to be damaged. Stateless.
public final class IndexDamage {
    private static final Text REBUILT = new Text(
            "Der Index dieses Datenstands war beschädigt und wird aus den Freigaben neu gebaut.",
            "The index of this state was damaged and is being built again from the releases.");

    private IndexDamage() {}

    /// The problem behind a failure, if it is a damaged index.
    public static Optional<ServerException> of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SnapshotFault) {
                return Optional.of(new ServerException(ErrorCode.STARTING, REBUILT, failure));
            }
        }
        return Optional.empty();
    }
}
