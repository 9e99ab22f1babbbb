package de.stadtgraph;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Work that a start does not need: done once, when somebody first asks for it. Thread-safe.
final class Later<T> implements Supplier<T> {
    private final Supplier<T> work;
    private @Nullable T made;

    private Later(Supplier<T> work) {
        this.work = work;
    }

    static <T> Later<T> of(Supplier<T> work) {
        return new Later<>(work);
    }

    @Override
    public synchronized T get() {
        T known = made;
        if (known == null) {
            known = work.get();
            made = known;
        }
        return known;
    }
}
