package de.stadtgraph.http;

import de.stadtgraph.store.Generation;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A value that is worked out once a state and kept until the next. Safe for many threads.
public final class PerState<T> {
    private final Function<Generation, T> source;
    private @Nullable Kept<T> kept;

    public PerState(Function<Generation, T> source) {
        this.source = source;
    }

    private record Kept<T>(long state, T value) {}

    public synchronized T get(Generation generation) {
        Kept<T> now = kept;
        if (now == null || now.state() != generation.state()) {
            now = new Kept<>(generation.state(), source.apply(generation));
            kept = now;
        }
        return now.value();
    }
}
