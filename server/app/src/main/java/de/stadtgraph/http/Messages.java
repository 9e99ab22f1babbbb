package de.stadtgraph.http;

import de.stadtgraph.problem.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/// Every word of the pages, in German and in English: the files `messages_de.properties` and `messages_en.properties`.
///
/// Read once; safe for many threads.
public final class Messages {
    private final Map<Language, Phrases> phrases = new EnumMap<>(Language.class);

    /// @param zone the time zone of the city, for times on pages
    public Messages(ZoneId zone) {
        for (Language language : Language.values()) {
            phrases.put(language, new Phrases(language, read(language), zone));
        }
    }

    public Phrases in(Language language) {
        return Objects.requireNonNull(phrases.get(language));
    }

    static Map<String, String> read(Language language) {
        String name = "/messages_" + language.tag() + ".properties";
        var properties = new Properties();
        try (var bytes = Objects.requireNonNull(Messages.class.getResourceAsStream(name), name);
                var reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
