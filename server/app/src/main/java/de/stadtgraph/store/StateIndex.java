package de.stadtgraph.store;

import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.SnapshotFault;
import de.stadtgraph.snapshot.View;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphZero;

/// The opened index of one state. Read-only, for many threads; not read any more once it is closed.
final class StateIndex implements AutoCloseable {
    private final ServedState served;
    private final Optional<Snapshot> snapshot;
    private final DatasetGraph data;

    private StateIndex(ServedState served, Optional<Snapshot> snapshot) {
        this.served = served;
        this.snapshot = snapshot;
        this.data = snapshot.map(index -> index.dataset(View.union())).orElseGet(DatasetGraphZero::create);
    }

    /// The state before the first publication.
    static StateIndex empty() {
        return empty(StateFiles.empty());
    }

    /// A state without releases.
    static StateIndex empty(StateFiles files) {
        return new StateIndex(ServedState.of(files), Optional.empty());
    }

    /// Opens the folder of a generation.
    ///
    /// @throws SnapshotFault when it is not what was written
    static StateIndex open(Path folder) {
        Snapshot snapshot = Snapshot.open(folder);
        try {
            return new StateIndex(ServedState.parse(snapshot.manifest().name()), Optional.of(snapshot));
        } catch (IllegalArgumentException e) {
            snapshot.close();
            throw new SnapshotFault(folder, "this is no generation of a state", e);
        }
    }

    ServedState served() {
        return served;
    }

    Optional<Snapshot> snapshot() {
        return snapshot;
    }

    DatasetGraph data() {
        return data;
    }

    long quads() {
        return snapshot.map(index -> index.manifest().quads()).orElse(0L);
    }

    /// Whether a read has found a fault.
    boolean isDamaged() {
        return snapshot.map(Snapshot::isDamaged).orElse(false);
    }

    @Override
    public void close() {
        snapshot.ifPresent(Snapshot::close);
    }
}
