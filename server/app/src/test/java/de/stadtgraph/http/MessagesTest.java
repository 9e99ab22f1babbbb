package de.stadtgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.problem.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The bundle: both languages complete, the same places for values, no text that no page uses.
class MessagesTest {
    private final Map<String, String> german = Messages.read(Language.DE);
    private final Map<String, String> english = Messages.read(Language.EN);

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(german.keySet()).isEqualTo(english.keySet());
        assertThat(german.values()).noneMatch(String::isBlank);
        assertThat(english.values()).noneMatch(String::isBlank);
    }

    @Test
    void valuesHaveAPlaceInBothLanguages() {
        german.forEach((key, text) ->
                assertThat(places(english.getOrDefault(key, ""))).as(key).isEqualTo(places(text)));
    }

    @Test
    void everyTextIsUsed() throws IOException {
        String sources = sources(Path.of("src/main/java/de/stadtgraph/http")) + sources(Path.of("src/main/jte"));
        Set<String> unused = new TreeSet<>(german.keySet());
        unused.removeIf(key -> sources.contains("\"" + key + "\"") || isCounted(key, sources));
        assertThat(unused).isEmpty();
    }

    /// `thing.count.one` and `thing.count.many` are used as `thing.count`.
    private static boolean isCounted(String key, String sources) {
        String stem = key.replaceAll("\\.(one|many)$", "");
        return !stem.equals(key) && sources.contains("\"" + stem + "\"");
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Pattern.compile("\\{[0-9]}").matcher(text).results().forEach(found -> places.add(found.group()));
        return places;
    }

    private static String sources(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
