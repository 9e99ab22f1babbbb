package de.stadtgraph.http;

import de.stadtgraph.problem.Language;
import de.stadtgraph.problem.Text;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;

/// The words, numbers and dates of one language. Immutable, safe for many threads.
///
/// A message holds `{0}`, `{1}` … where values go; apostrophes mean themselves.
public final class Phrases {
    private final Language language;
    private final Map<String, String> texts;
    private final ZoneId zone;

    Phrases(Language language, Map<String, String> texts, ZoneId zone) {
        this.language = language;
        this.texts = texts;
        this.zone = zone;
    }

    public Language language() {
        return language;
    }

    /// The message of a key; values take the places of `{0}`, `{1}` …
    public String get(String key, Object... values) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no message " + key);
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", shown(values[i]));
        }
        return text;
    }

    /// A word for one, another for every other number; the number is `{0}`.
    public String count(String key, long number) {
        return get(number == 1 ? key + ".one" : key + ".many", number);
    }

    private String shown(Object value) {
        return switch (value) {
            case Long number -> number(number);
            case Integer number -> number(number);
            case Text text -> text.in(language);
            default -> value.toString();
        };
    }

    /// A whole number with separators.
    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /// A number with up to three decimals.
    public String decimal(double number) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(3);
        return format.format(number);
    }

    /// A share as a percentage with one decimal; never rounded up to 100.
    public String percent(long numerator, long denominator) {
        NumberFormat format = NumberFormat.getPercentInstance(language.locale());
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(java.math.RoundingMode.FLOOR);
        return denominator == 0 ? "–" : format.format((double) numerator / denominator);
    }

    /// A size in bytes, for people.
    public String bytes(long bytes) {
        if (bytes < 1000) {
            return number(bytes) + " B";
        }
        if (bytes < 1_000_000) {
            return decimal(Math.round(bytes / 100.0) / 10.0) + " kB";
        }
        return decimal(Math.round(bytes / 100_000.0) / 10.0) + " MB";
    }

    /// A day.
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(date);
    }

    /// A moment, in the zone of the city.
    public String time(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language.locale())
                .withZone(zone)
                .format(time);
    }
}
