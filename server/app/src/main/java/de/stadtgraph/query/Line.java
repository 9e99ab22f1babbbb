package de.stadtgraph.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Who waits, served round-robin over callers: who sends many queries waits behind its own. Guarded by its owner.
final class Line {
    private final Map<String, Deque<Turns.Turn>> callers = new LinkedHashMap<>();
    private int size;

    void add(Turns.Turn turn) {
        callers.computeIfAbsent(turn.caller().key(), _ -> new ArrayDeque<>()).add(turn);
        size++;
    }

    /// Takes the next one that may go; its caller goes to the end of the round.
    Optional<Turns.Turn> take(Predicate<Turns.Turn> mayGo) {
        Optional<Turns.Turn> found = callers.values().stream()
                .flatMap(turns -> turns.stream().filter(mayGo).limit(1))
                .findFirst();
        found.ifPresent(turn -> {
            remove(turn);
            Deque<Turns.Turn> rest = callers.remove(turn.caller().key());
            if (rest != null) {
                callers.put(turn.caller().key(), rest);
            }
        });
        return found;
    }

    void remove(Turns.Turn turn) {
        Deque<Turns.Turn> turns = callers.get(turn.caller().key());
        if (turns != null && turns.remove(turn)) {
            size--;
            if (turns.isEmpty()) {
                callers.remove(turn.caller().key());
            }
        }
    }

    int size() {
        return size;
    }

    int size(String caller) {
        Deque<Turns.Turn> turns = callers.get(caller);
        return turns == null ? 0 : turns.size();
    }
}
