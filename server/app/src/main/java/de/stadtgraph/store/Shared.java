package de.stadtgraph.store;

import java.util.concurrent.atomic.AtomicInteger;

/// An index and the count of those who hold it: its readers, and one more while it is the current one. At nought it
/// closes the index and can never be entered again. For many threads.
final class Shared {
    private final AtomicInteger holders = new AtomicInteger(1);
    private final StateIndex index;
    private volatile boolean gone;

    Shared(StateIndex index) {
        this.index = index;
    }

    /// Takes a hold; fails when the last one is gone.
    boolean enter() {
        return holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    void leave() {
        if (holders.decrementAndGet() == 0) {
            gone = true;
            index.close();
        }
    }

    /// Only for those who hold it.
    StateIndex index() {
        return index;
    }

    /// Readers, when it is the current one.
    int readers() {
        return holders.get() - 1;
    }

    boolean isGone() {
        return gone;
    }
}
