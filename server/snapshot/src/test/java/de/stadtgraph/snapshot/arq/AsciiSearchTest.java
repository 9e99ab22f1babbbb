package de.stadtgraph.snapshot.arq;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.snapshot.arq.AsciiSearch.Found;
import de.stadtgraph.snapshot.arq.AsciiSearch.Letters;
import de.stadtgraph.snapshot.arq.AsciiSearch.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AsciiSearchTest {
    private static final List<Letters> LETTERS = List.of(Letters.values());
    private static final List<Place> PLACES = List.of(Place.values());
    private static final String[] PIECES = {
        "a", "A", "k", "K", "\u212A", "\u0130", "\u0131", "ß", "ﬁ", "ü", "Ü", "i", "f", "s", "ſ", " ", "rad", "Rad",
        "😀", "–"
    };

    private static String shaped(Letters letters, String text) {
        return switch (letters) {
            case AS_WRITTEN -> text;
            case LOWER -> text.toLowerCase(Locale.ROOT);
            case UPPER -> text.toUpperCase(Locale.ROOT);
        };
    }

    private static boolean holds(Place place, String text, String part) {
        return switch (place) {
            case ANYWHERE -> text.contains(part);
            case START -> text.startsWith(part);
            case END -> text.endsWith(part);
        };
    }

    private static Found search(Letters letters, Place place, String part, String text) {
        byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        return AsciiSearch.of(letters, place, part)
                .map(search -> search.in(bytes, 1, bytes.length - 1))
                .orElse(Found.PERHAPS);
    }

    @Test
    void whatIsDecidedOnBytesIsWhatTheStringsSay() {
        Random random = new Random(20261127);
        int decided = 0;
        for (int i = 0; i < 200_000; i++) {
            String text = text(random, 6);
            String part = text(random, 2);
            Letters letters = LETTERS.get(i % 3);
            Place place = PLACES.get(i / 3 % 3);
            Found found = search(letters, place, part, text);
            if (found != Found.PERHAPS) {
                decided++;
                boolean expected = holds(place, shaped(letters, text), part);
                assertThat(found == Found.YES)
                        .as("%s %s %s in %s", letters, place, part, text)
                        .isEqualTo(expected);
            }
        }
        assertThat(decided).isGreaterThan(20_000);
    }

    private static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i >= 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    @Test
    void noCharacterOutsideOfAsciiThatBecomesAsciiIsMissed() {
        for (int point = 0x80; point <= Character.MAX_CODE_POINT; point++) {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                continue;
            }
            String text = Character.toString(point);
            for (Letters letters : Letters.values()) {
                String shaped = shaped(letters, text);
                for (int at = 0; at < shaped.length(); at++) {
                    if (shaped.charAt(at) < 0x80) {
                        String part = shaped.substring(at, at + 1);
                        assertThat(search(letters, Place.ANYWHERE, part, text))
                                .as("%s %x", letters, point)
                                .isNotEqualTo(Found.NO);
                    }
                }
            }
        }
    }

    @Test
    void lettersOfTheOtherCaseAreLeftToStrings() {
        assertThat(AsciiSearch.of(Letters.LOWER, Place.ANYWHERE, "Rad")).isEmpty();
        assertThat(AsciiSearch.of(Letters.UPPER, Place.ANYWHERE, "Rad")).isEmpty();
        assertThat(AsciiSearch.of(Letters.AS_WRITTEN, Place.ANYWHERE, "für")).isEmpty();
        assertThat(AsciiSearch.of(Letters.AS_WRITTEN, Place.ANYWHERE, "")).isEmpty();
        assertThat(search(Letters.AS_WRITTEN, Place.END, "weg", "Radweg")).isEqualTo(Found.YES);
    }
}
