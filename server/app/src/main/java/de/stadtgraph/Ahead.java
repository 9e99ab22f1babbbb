package de.stadtgraph;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// Work that a start begins on another thread and needs later.
final class Ahead<T> {
    private final CompletableFuture<T> work;

    private Ahead(CompletableFuture<T> work) {
        this.work = work;
    }

    static <T> Ahead<T> begin(Supplier<T> work) {
        return new Ahead<>(CompletableFuture.supplyAsync(work));
    }

    /// What the work gave, or what it threw.
    T get() {
        try {
            return work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
