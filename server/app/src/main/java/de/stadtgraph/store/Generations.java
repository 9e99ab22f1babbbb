package de.stadtgraph.store;

import de.stadtgraph.problem.ServerException;
import de.stadtgraph.snapshot.Snapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The index that is served, and the switch to the next one.
///
/// For many threads. A reader takes the current state with [#acquire] and keeps it until it closes it, whatever is
/// switched meanwhile; an index is closed with its last reader. One thread at a time builds and switches; the others
/// wait. An index in which a reader meets a fault is set aside: the newest good one serves, and says its state, until
/// it is built again.
public final class Generations implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Generations.class);

    private final GenerationFolder folder;
    private final AtomicReference<Shared> current;
    private final ExecutorService repairs = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("index-repair").factory());
    private final long committed;
    private @Nullable StateFiles wanted;

    /// Serves the newest complete generation of a folder; of an empty one the empty state 0.
    ///
    /// @param folder the folder `generations` of a data folder
    public Generations(Path folder, StoreOptions options) {
        this(folder, options, Long.MAX_VALUE);
    }

    /// Serves the newest complete generation of a state that was published: a later one was built for a publication
    /// that did not come about.
    ///
    /// @param committed number of the newest state
    public Generations(Path folder, StoreOptions options, long committed) {
        this.folder = new GenerationFolder(folder, options);
        this.committed = committed;
        this.current =
                new AtomicReference<>(new Shared(this.folder.newest(committed).orElseGet(StateIndex::empty)));
    }

    /// With the usual options.
    public Generations(Path folder) {
        this(folder, StoreOptions.DEFAULT);
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
    /// @throws ServerException `RELEASE_DAMAGED` when a release is not what the state says;
    /// the state before goes on being served
    public void show(StateFiles files) {
        show(files, _ -> {});
    }

    /// The same, if the new state is acceptable; else the state before goes on being served.
    ///
    /// @param acceptance is asked before the switch and throws what is to be told
    public synchronized void show(StateFiles files, Consumer<Generation> acceptance) {
        StateIndex index = files.releases().isEmpty() ? StateIndex.empty(files) : folder.require(files);
        var next = new Shared(index);
        next.enter();
        try (Generation generation = new Hold(next)) {
            acceptance.accept(generation);
        } catch (RuntimeException e) {
            next.leave();
            folder.setAside(files.state());
            throw e;
        }
        wanted = files;
        current.getAndSet(next).leave();
        folder.prune(files.state());
    }

    private void switchTo(StateIndex next) {
        current.getAndSet(new Shared(next)).leave();
    }

    /// Puts the newest good generation in the place of a damaged one, and builds that again.
    private synchronized void repair(Shared damaged) {
        if (current.get() != damaged) {
            return;
        }
        long state = damaged.index().served().state();
        LOG.error("The index of state {} is damaged; it is set aside and built again.", state);
        try {
            folder.setAside(state);
            StateFiles again = wanted;
            switchTo(folder.newest(again == null ? committed : again.state()).orElseGet(StateIndex::empty));
            if (again != null) {
                show(again);
            }
        } catch (RuntimeException e) {
            LOG.error("The index of state {} cannot be built: {}", state, e.getMessage(), e);
        }
    }

    /// Whether just this state is served already. From now on it is what is built when a fault is found.
    public synchronized boolean serves(StateFiles files) {
        wanted = files;
        return current.get().index().served().equals(ServedState.of(files));
    }

    /// Whether nothing was published that could be served.
    public boolean isEmpty() {
        return current.get().index().served().state() == 0;
    }

    /// Number of readers of the current state.
    int readers() {
        return current.get().readers();
    }

    /// Closes the index once its readers are gone; later readers get the empty state.
    @Override
    public synchronized void close() {
        repairs.shutdown();
        switchTo(StateIndex.empty());
    }

    /// One reader's hold. Closing it twice does nothing more.
    private final class Hold implements Generation {
        private final Shared shared;
        private final StateIndex index;
        private final AtomicBoolean closed = new AtomicBoolean();

        Hold(Shared shared) {
            this.shared = shared;
            this.index = shared.index();
        }

        @Override
        public long state() {
            return index.served().state();
        }

        @Override
        public Instant time() {
            return index.served().time();
        }

        @Override
        public Map<String, Long> releases() {
            return index.served().releases();
        }

        @Override
        public long quads() {
            return index.quads();
        }

        @Override
        public DatasetGraph data() {
            requireHeld();
            return index.data();
        }

        @Override
        public Optional<Snapshot> index() {
            requireHeld();
            return index.snapshot();
        }

        private void requireHeld() {
            if (closed.get()) {
                throw new IllegalStateException("the generation was given back");
            }
        }

        @Override
        public void close() {
            if (!closed.compareAndSet(false, true)) {
                return;
            }
            boolean damaged = index.isDamaged();
            shared.leave();
            if (damaged && current.get() == shared && !repairs.isShutdown()) {
                repairs.execute(() -> repair(shared));
            }
        }
    }
}
