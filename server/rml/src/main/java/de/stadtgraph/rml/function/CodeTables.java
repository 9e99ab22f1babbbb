package de.stadtgraph.rml.function;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Code lists by name: notation, label or alias → IRI of the concept.
@FunctionalInterface
public interface CodeTables {
    /// The list, or empty if there is none of that name.
    Optional<Map<String, String>> list(String name);

    /// Any name is known and every list is empty: enough to check a mapping without data.
    static CodeTables unknown() {
        return _ -> Optional.of(Map.of());
    }

    /// The given lists.
    static CodeTables of(Map<String, Map<String, String>> lists) {
        return name -> Optional.ofNullable(lists.get(name));
    }

    /// A list that is asked for by name must be there.
    default Map<String, String> require(String name) {
        return list(name).orElseThrow(() -> new IllegalArgumentException("there is no code list `" + name + "`"));
    }

    /// The value as it stands, then without outer blanks.
    static Optional<String> find(Map<String, String> list, String value) {
        return List.of(value, value.strip()).stream()
                .filter(list::containsKey)
                .map(list::get)
                .findFirst();
    }
}
