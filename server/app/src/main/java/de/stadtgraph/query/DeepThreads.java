package de.stadtgraph.query;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Platform threads with a stack of 16 MB: what the scan lets through fits in it. Safe for many threads.
final class DeepThreads implements AutoCloseable {
    private static final long STACK_BYTES = 16L << 20;

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(null, work, "query", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    });

    /// Does the work on a deep thread and waits for it; its failure is thrown as it is.
    ///
    /// @param interrupted told when the caller no longer waits
    <T> T call(Callable<T> work, Runnable interrupted) {
        Future<T> future = threads.submit(work);
        boolean wasInterrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException _) {
                    wasInterrupted = true;
                    interrupted.run();
                } catch (ExecutionException e) {
                    throw failure(e);
                }
            }
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException failure(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException known -> known;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(e);
        };
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
