package de.stadtgraph.snapshot.build;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// The chunk that is being filled, while the one before it is sorted and written by another thread. One thread fills.
public final class Chunks implements AutoCloseable {
    private final SegmentFolder work;
    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private Chunk current;
    private Chunk other;
    private @Nullable Future<?> writing;
    private boolean written;

    /// @param memory bytes for both chunks
    public Chunks(SegmentFolder work, long memory) {
        this.work = work;
        this.current = new Chunk(memory / 2);
        this.other = new Chunk(memory / 2);
    }

    Chunk current() {
        return current;
    }

    /// Called before each quad: a full chunk is handed to the writer.
    void makeRoom() {
        if (current.isFull()) {
            hand();
        }
    }

    private void hand() {
        await();
        Chunk full = current;
        Path folder = work.nextChunk();
        writing = writer.submit(() -> {
            full.write(folder);
            full.clear();
        });
        current = other;
        other = full;
        written = true;
    }

    /// Writes what is left, at least one chunk.
    public void finish() {
        if (!current.isEmpty() || !written) {
            hand();
        }
        await();
    }

    private void await() {
        if (writing == null) {
            return;
        }
        try {
            writing.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the build was interrupted", e);
        }
    }

    /// Waits for the writer, so that nobody writes into a folder that is removed.
    @Override
    public void close() {
        writer.close();
    }
}
