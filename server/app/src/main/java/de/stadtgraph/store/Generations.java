package de.stadtgraph.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.sparql.core.DatasetGraph;

/// The index that is served, and the switch to the next one.
///
/// For many threads. A reader takes the current state with [#acquire] and keeps it until it closes it, whatever is
/// switched meanwhile; an index goes with its last reader. One thread at a time switches; the others wait.
public final class Generations {
    private final AtomicReference<Shared> current;

    /// Begins with the empty state 0.
    public Generations() {
        current = new AtomicReference<>(new Shared(MemoryIndex.build(StateFiles.empty(), Optional.empty())));
    }

    /// Takes hold of the current state.
    public Generation acquire() {
        while (true) {
            Shared shared = current.get();
            if (shared.enter()) {
                return new Hold(shared);
            }
            Thread.onSpinWait();
        }
    }

    /// Builds the index of a state beside the current one, tests it, and switches.
    ///
    /// @throws de.stadtgraph.problem.ServerException `RELEASE_DAMAGED` when a release is not what the state says;
    /// the state before goes on being served
    public synchronized void show(StateFiles files) {
        Shared old = current.get();
        current.set(new Shared(MemoryIndex.build(files, Optional.of(old.index()))));
        old.leave();
    }

    /// Number of readers of the current state.
    int readers() {
        return current.get().readers();
    }

    /// One reader's hold. Closing it twice does nothing more.
    private static final class Hold implements Generation {
        private final Shared shared;
        private final MemoryIndex index;
        private final AtomicBoolean closed = new AtomicBoolean();

        Hold(Shared shared) {
            this.shared = shared;
            this.index = shared.index();
        }

        @Override
        public long state() {
            return index.files().state();
        }

        @Override
        public Instant time() {
            return index.files().time();
        }

        @Override
        public Map<String, Long> releases() {
            return index.releases();
        }

        @Override
        public long quads() {
            return index.quads();
        }

        @Override
        public DatasetGraph data() {
            if (closed.get()) {
                throw new IllegalStateException("the generation was given back");
            }
            return index.data();
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                shared.leave();
            }
        }
    }
}
