package de.stadtgraph.query.stored;

import de.stadtgraph.problem.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One level of the head of a query file, with the place of it for complaints. Knows which keys were asked for, so that
/// a mistyped one is refused. One reader.
final class FrontMatter {
    private final String place;
    private final Map<?, ?> values;
    private final Set<String> unread = new TreeSet<>();

    FrontMatter(String place, Map<?, ?> values) {
        this.place = place;
        this.values = values;
        values.keySet().forEach(key -> unread.add(Objects.toString(key)));
    }

    /// Keys in the order of the file.
    List<String> keys() {
        return values.keySet().stream().map(Objects::toString).toList();
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    /// A text in German and English; both must be there.
    Text text(String key) {
        return optionalText(key).orElseThrow(() -> wrong(key, "is required, as {de: …, en: …}"));
    }

    Optional<Text> optionalText(String key) {
        Object value = take(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> both && both.keySet().equals(Set.of("de", "en"))) {
            return Optional.of(new Text(Objects.toString(both.get("de")), Objects.toString(both.get("en"))));
        }
        throw wrong(key, "must have a text in both languages, as {de: …, en: …}");
    }

    Optional<String> word(String key) {
        Object value = take(key);
        if (value instanceof Map || value instanceof List) {
            throw wrong(key, "must be one value");
        }
        return Optional.ofNullable(value).map(Objects::toString);
    }

    String required(String key) {
        return word(key).orElseThrow(() -> wrong(key, "is required"));
    }

    boolean flag(String key) {
        return word(key)
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw wrong(key, "must be true or false");
                })
                .orElse(false);
    }

    long number(String key, long otherwise) {
        return word(key)
                .map(value -> {
                    if (!value.matches("[0-9]{1,15}")) {
                        throw wrong(key, "must be a whole number");
                    }
                    return Long.parseLong(value);
                })
                .orElse(otherwise);
    }

    /// One value or a list of values.
    List<String> list(String key) {
        Object value = take(key);
        if (value instanceof List<?> many) {
            List<String> all = new ArrayList<>();
            many.forEach(each -> all.add(Objects.toString(each)));
            return all;
        }
        return value == null ? List.of() : List.of(Objects.toString(value));
    }

    /// The level below a key; an empty one where the key is absent.
    FrontMatter below(String key) {
        Object value = take(key);
        if (value == null) {
            return new FrontMatter(place + ": " + key, Map.of());
        }
        if (value instanceof Map<?, ?> inner) {
            return new FrontMatter(place + ": " + key, new LinkedHashMap<>(inner));
        }
        throw wrong(key, "must hold keys and values");
    }

    /// Reads keys that mean nothing here.
    void ignore(String... keys) {
        for (String key : keys) {
            unread.remove(key);
        }
    }

    void refuseUnread() {
        if (!unread.isEmpty()) {
            throw wrong(unread.iterator().next(), "is no known key");
        }
    }

    InvalidQueryFile wrong(String key, String what) {
        return new InvalidQueryFile(place + ": " + key + " " + what + ".");
    }

    private @Nullable Object take(String key) {
        unread.remove(key);
        return values.get(key);
    }
}
