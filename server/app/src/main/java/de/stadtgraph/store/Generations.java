package de.stadtgraph.store;

import de.stadtgraph.problem.ServerException;
import java.util.Map;
import java.util.TreeMap;

/// The generation that is served, and the switch to the next one.
///
/// A new generation is built beside the one in use, tested, and put in its place in one step; readers of the old one
/// finish on it. When a build fails, the old one goes on. Thread-safe; builds happen one at a time.
public final class Generations {
    private final Object building = new Object();
    private volatile MemoryIndex current;

    /// Starts with the empty state.
    public Generations() {
        current = MemoryIndex.build(StateFiles.empty(), Map.of());
    }

    /// A hold on the generation in use; close it in the same method.
    public Generation acquire() {
        while (true) {
            MemoryIndex index = current;
            if (index.hold()) {
                return new Hold(index);
            }
        }
    }

    /// Builds the generation of a state and switches to it; a state that is served already changes nothing.
    ///
    /// @throws ServerException [ErrorCode#RELEASE_DAMAGED] when a release cannot be read whole; the old one goes on
    public void show(StateFiles state) {
        synchronized (building) {
            MemoryIndex old = current;
            if (old.state().state() == state.state() && old.state().equals(state)) {
                return;
            }
            MemoryIndex next = MemoryIndex.build(state, old.contents());
            next.test();
            current = next;
            old.retire();
        }
    }

    /// Number of the state that is served now.
    public long state() {
        return current.state().state();
    }

    private static final class Hold implements Generation {
        private final MemoryIndex index;
        private boolean open = true;

        Hold(MemoryIndex index) {
            this.index = index;
        }

        @Override
        public long state() {
            return index.state().state();
        }

        @Override
        public java.time.Instant time() {
            return index.state().time();
        }

        @Override
        public Map<String, Long> releases() {
            Map<String, Long> releases = new TreeMap<>();
            index.state().releases().forEach(release -> releases.put(release.dataset(), release.number()));
            return releases;
        }

        @Override
        public long quads() {
            return index.quads();
        }

        @Override
        public org.apache.jena.sparql.core.DatasetGraph data() {
            return index.data();
        }

        @Override
        public void close() {
            if (open) {
                open = false;
                index.letGo();
            }
        }
    }
}
