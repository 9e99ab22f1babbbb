package de.stadtgraph.rml.run;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Does the same work on pieces by several threads and hands the results on in the order of the pieces.
///
/// At most 2 × threads + 2 pieces are under way. With one thread everything is done on the caller's.
final class Workers implements AutoCloseable {
    private final int threads;
    private final ExecutorService executor;

    Workers(int threads) {
        this.threads = threads;
        this.executor = threads > 1
                ? Executors.newFixedThreadPool(threads, Workers::thread)
                : Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "rml");
        thread.setDaemon(true);
        return thread;
    }

    /// Gives the next piece, or nothing.
    @FunctionalInterface
    interface Supply<P> {
        Optional<P> next() throws IOException;
    }

    /// Works on a piece.
    @FunctionalInterface
    interface Work<P, R> {
        R of(P piece) throws IOException;
    }

    /// Takes a piece and what was made of it; false when no more is wanted.
    @FunctionalInterface
    interface Taking<P, R> {
        boolean take(P piece, R result) throws IOException;
    }

    private record UnderWay<P, R>(P piece, Future<R> result) {}

    /// Runs until there are no more pieces. The first failure, in the order of the pieces, ends it. The first piece is
    /// worked on alone: often it decides whether more are wanted.
    <P, R> void run(Supply<P> supply, Work<P, R> work, Taking<P, R> taking) throws IOException {
        if (threads == 1) {
            Optional<P> piece = supply.next();
            while (piece.isPresent() && taking.take(piece.get(), work.of(piece.get()))) {
                piece = supply.next();
            }
            return;
        }
        Deque<UnderWay<P, R>> underWay = new ArrayDeque<>();
        IOException broken = null;
        boolean more = true;
        int most = 1;
        while (more || !underWay.isEmpty()) {
            while (more && underWay.size() < most) {
                try {
                    Optional<P> piece = supply.next();
                    more = piece.isPresent();
                    piece.ifPresent(one -> underWay.add(new UnderWay<>(one, executor.submit(() -> work.of(one)))));
                } catch (IOException failure) {
                    // What was read before it comes first.
                    broken = failure;
                    more = false;
                }
            }
            UnderWay<P, R> first = underWay.poll();
            if (first != null && !taking.take(first.piece(), result(first.result()))) {
                leave(underWay);
                return;
            }
            most = 2 * threads + 2;
        }
        if (broken != null) {
            throw broken;
        }
    }

    /// Waits until nobody works on the pieces any longer.
    private static <P, R> void leave(Deque<UnderWay<P, R>> underWay) throws IOException {
        for (UnderWay<P, R> one : underWay) {
            try {
                one.result().get();
            } catch (ExecutionException _) {
                // Nobody wants it.
            } catch (InterruptedException stopped) {
                throw interrupted(stopped);
            }
        }
    }

    private static IOException interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new IOException("the run was interrupted", stopped);
    }

    private static <R> R result(Future<R> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case IOException broken -> throw broken;
                case RuntimeException broken -> throw broken;
                case Error broken -> throw broken;
                case null, default -> throw new IllegalStateException(failure);
            }
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
