package de.stadtgraph.snapshot;

import java.nio.file.Path;

/// An index on disk is not what was written: a wrong checksum, a missing or foreign file. The index must not be read
/// any further; it is derived from releases and can be built again.
public final class SnapshotFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param file the file or folder that is damaged
    /// @param detail what is wrong with it, a clause without a full stop
    public SnapshotFault(Path file, String detail) {
        super(file + ": " + detail + ".");
    }

    public SnapshotFault(Path file, String detail, Throwable cause) {
        super(file + ": " + detail + ".", cause);
    }
}
