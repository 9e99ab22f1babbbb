package de.stadtgraph;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// A YAML file as dotted keys; remembers which were asked for, so that the others can be refused. One reader, one
/// thread.
final class ConfigFile {
    private final Path file;
    private final Map<String, Object> values = new TreeMap<>();
    private final TreeSet<String> unread;

    private ConfigFile(Path file, Map<?, ?> tree) {
        this.file = file;
        flatten(values, "", tree);
        this.unread = new TreeSet<>(values.keySet());
    }

    static ConfigFile parse(Path file) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(file.toString())
                    .setAllowDuplicateKeys(false)
                    .setMaxAliasesForCollections(0)
                    .setCodePointLimit(1 << 20)
                    .build();
            Object tree = new Load(settings).loadFromString(Files.readString(file));
            if (tree != null && !(tree instanceof Map)) {
                throw invalid(file + ": the file must hold keys and values.", null);
            }
            return new ConfigFile(file, tree == null ? Map.of() : (Map<?, ?>) tree);
        } catch (YamlEngineException e) {
            throw invalid(file + ": " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "), e);
        } catch (IOException e) {
            throw invalid(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static void flatten(Map<String, Object> values, String prefix, Map<?, ?> tree) {
        tree.forEach((key, value) -> {
            String name = prefix + key;
            if (value instanceof Map<?, ?> inner && !inner.containsKey("de")) {
                flatten(values, name + ".", inner);
            } else if (value != null) {
                values.put(name, value);
            }
        });
    }

    /// A text in two languages: `{de: …, en: …}`, or one string for both.
    Text text(String key, Text otherwise) {
        return switch (take(key)) {
            case null -> otherwise;
            case String same -> Text.same(same);
            case Map<?, ?> both
            when both.keySet().equals(Set.of("de", "en")) ->
                new Text(Objects.toString(both.get("de")), Objects.toString(both.get("en")));
            default -> throw wrong(key, "it must be a text, or {de: …, en: …}");
        };
    }

    String matching(String key, String otherwise, String pattern) {
        Object value = take(key);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof String text) || !text.matches(pattern)) {
            throw wrong(key, "\"" + value + "\" does not have the expected form");
        }
        return text;
    }

    /// A list of texts of one form; empty where the key is absent.
    List<String> list(String key, String pattern) {
        Object value = take(key);
        if (value == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Object each : value instanceof List<?> list ? list : List.of(value)) {
            if (!(each instanceof String text) || !text.matches(pattern)) {
                throw wrong(key, "\"" + each + "\" does not have the expected form");
            }
            texts.add(text);
        }
        return texts;
    }

    int integer(String key, int otherwise, int most) {
        return integer(key, otherwise, 0, most);
    }

    int integer(String key, int otherwise, int least, int most) {
        Object value = take(key);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Integer number) || number < least || number > most) {
            throw wrong(key, "it must be a number from " + least + " to " + most);
        }
        return number;
    }

    /// Stops on a key that nobody asked for: a typing error, or one that is no longer used.
    void refuseUnread() {
        if (!unread.isEmpty()) {
            throw wrong(unread.first(), "the key is not known; docs/operating.md lists the keys");
        }
    }

    private @Nullable Object take(String key) {
        unread.remove(key);
        return values.get(key);
    }

    private ServerException wrong(String key, String what) {
        return invalid(file + ": " + key + ": " + what + ".", null);
    }

    private static ServerException invalid(String detail, @Nullable Throwable cause) {
        return new ServerException(ErrorCode.CONFIGURATION_INVALID, detail, cause);
    }
}
