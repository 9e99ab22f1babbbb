package de.stadtgraph.bench.sparql;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Invented German titles: words of a council's agenda, one in three with a second word behind it.
final class GermanWords {
    private static final List<String> WORDS = List.of(
            "Stadt",
            "Haushalt",
            "Radweg",
            "Verkehr",
            "Schule",
            "Kita",
            "Umwelt",
            "Klima",
            "Bebauungsplan",
            "Beschluss",
            "Bericht",
            "Satzung",
            "Wahl",
            "Baum",
            "Lärm",
            "Wasser",
            "Energie",
            "Digital",
            "Daten",
            "Bürger",
            "Beteiligung",
            "Straße",
            "Förderung",
            "Sport",
            "Kultur",
            "Museum",
            "Theater",
            "Brücke",
            "Grundstück",
            "Gewerbe",
            "Tourismus",
            "Abfall",
            "Friedhof",
            "Feuerwehr",
            "Ordnung",
            "Gesundheit",
            "Jugend",
            "Senioren",
            "Wohnen",
            "Miete");

    private final Random random;

    GermanWords(Random random) {
        this.random = random;
    }

    static String word(int index) {
        return WORDS.get(index);
    }

    String any() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    String some(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i > 0 ? " " : "").append(any());
            if (random.nextInt(3) == 0) {
                text.append(any().toLowerCase(Locale.ROOT));
            }
        }
        return text.toString();
    }
}
