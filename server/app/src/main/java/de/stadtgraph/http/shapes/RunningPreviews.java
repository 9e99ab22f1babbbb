package de.stadtgraph.http.shapes;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/// The previews that run, by the id that their caller chose: knowing it is the right to end one. Thread-safe.
final class RunningPreviews {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    private final Map<String, AtomicBoolean> wishes = new ConcurrentHashMap<>();

    /// Enters a preview; the flag becomes true when somebody ends it. An id that is missing, bad or in use cannot be
    /// used to end anything.
    AtomicBoolean begin(Optional<String> id) {
        var wish = new AtomicBoolean();
        id.filter(text -> ID.matcher(text).matches()).ifPresent(text -> wishes.putIfAbsent(text, wish));
        return wish;
    }

    void end(AtomicBoolean wish) {
        wishes.values().remove(wish);
    }

    /// @return whether there is such a preview
    boolean cancel(String id) {
        AtomicBoolean wish = wishes.get(id);
        if (wish == null) {
            return false;
        }
        wish.set(true);
        return true;
    }
}
