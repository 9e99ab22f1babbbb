package de.stadtgraph.query;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Runs work on platform threads with a stack that parsers of nested queries need. Thread-safe.
///
/// An idle thread is kept for a minute: on a busy machine a new thread waits for its first turn far longer than one
/// that is woken. Work that is already on such a thread stays on it.
final class DeepStack {
    static final long STACK_BYTES = 16L << 20;
    private static final long IDLE_SECONDS = 60;

    private static final ExecutorService THREADS = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), DeepThread::new);

    private DeepStack() {}

    /// Begins work on a thread of its own.
    static Future<?> begin(Runnable work) {
        return THREADS.submit(work);
    }

    /// Does work and waits for its end.
    ///
    /// @param name of the thread meanwhile
    static <T> T call(String name, Callable<T> work) {
        return call(name, true, work);
    }

    /// Does work and waits for its end.
    ///
    /// @param isDeep whether the usual stack may be too small; otherwise the work is done right here
    static <T> T call(String name, boolean isDeep, Callable<T> work) {
        try {
            if (!isDeep) {
                return work.call();
            }
            return Thread.currentThread() instanceof DeepThread
                    ? named(name, work)
                    : THREADS.submit(() -> named(name, work)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause());
        } catch (Exception e) {
            throw unwrapped(e);
        }
    }

    private static <T> T named(String name, Callable<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        String before = thread.getName();
        thread.setName(name);
        try {
            return work.call();
        } finally {
            thread.setName(before);
        }
    }

    private static RuntimeException unwrapped(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> new IllegalStateException("no cause");
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            default -> new IllegalStateException(cause);
        };
    }

    private static final class DeepThread extends Thread {
        DeepThread(Runnable work) {
            super(null, work, "query", STACK_BYTES);
            setDaemon(true);
        }
    }
}
