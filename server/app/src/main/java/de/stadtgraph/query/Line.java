package de.stadtgraph.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
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
        for (Map.Entry<String, Deque<Turns.Turn>> entry : callers.entrySet()) {
            Optional<Turns.Turn> found = first(entry.getValue(), mayGo);
            if (found.isPresent()) {
                Deque<Turns.Turn> rest = entry.getValue();
                String key = entry.getKey();
                callers.remove(key);
                if (!rest.isEmpty()) {
                    callers.put(key, rest);
                }
                size--;
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Turns.Turn> first(Deque<Turns.Turn> turns, Predicate<Turns.Turn> mayGo) {
        for (Iterator<Turns.Turn> each = turns.iterator(); each.hasNext(); ) {
            Turns.Turn turn = each.next();
            if (mayGo.test(turn)) {
                each.remove();
                return Optional.of(turn);
            }
        }
        return Optional.empty();
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
