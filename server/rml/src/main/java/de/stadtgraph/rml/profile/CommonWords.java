package de.stadtgraph.rml.profile;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Small lists of frequent words that tell languages apart and hint at persons. Stateless.
final class CommonWords {
    private static final List<String> GERMAN = List.of(
            " und ", " der ", " die ", " das ", " mit ", " für ", " von ", " im ", " an ", " am ", "straße", "ße ", "ü",
            "ö", "ä");
    private static final List<String> ENGLISH =
            List.of(" and ", " the ", " of ", " with ", " for ", " from ", " to ", " in the ");
    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}]+");
    private static final Set<String> FIRST_NAMES = Set.of(
            "alexander",
            "andrea",
            "andreas",
            "angelika",
            "anja",
            "anna",
            "annette",
            "barbara",
            "bernd",
            "birgit",
            "brigitte",
            "christian",
            "christina",
            "christine",
            "claudia",
            "daniel",
            "dieter",
            "elke",
            "frank",
            "franziska",
            "gabriele",
            "gerhard",
            "günter",
            "günther",
            "hans",
            "heike",
            "heinz",
            "helmut",
            "holger",
            "ingrid",
            "jan",
            "jens",
            "johannes",
            "jörg",
            "julia",
            "jürgen",
            "karin",
            "karl",
            "katharina",
            "kathrin",
            "katrin",
            "klaus",
            "laura",
            "lena",
            "manfred",
            "maria",
            "marie",
            "markus",
            "martin",
            "martina",
            "matthias",
            "max",
            "michael",
            "monika",
            "nicole",
            "norbert",
            "peter",
            "petra",
            "ralf",
            "renate",
            "sabine",
            "sandra",
            "sebastian",
            "silke",
            "stefan",
            "steffen",
            "stephan",
            "susanne",
            "sven",
            "thomas",
            "thorsten",
            "torsten",
            "ulrich",
            "ulrike",
            "ursula",
            "ute",
            "uwe",
            "werner",
            "wolfgang");

    private CommonWords() {}

    /// @param lower the text in lower case with a blank at both ends
    static boolean isGerman(String lower) {
        return GERMAN.stream().anyMatch(lower::contains);
    }

    static boolean isEnglish(String lower) {
        return ENGLISH.stream().anyMatch(lower::contains);
    }

    /// Two to four words, one of them a frequent first name, no digit: it may be a person. Streets are none.
    static boolean hasFirstName(String lower) {
        if (lower.chars().anyMatch(Character::isDigit)
                || lower.contains("straße")
                || lower.contains("str.")
                || lower.contains("-")) {
            return false;
        }
        List<String> words =
                SEPARATOR.splitAsStream(lower).filter(word -> !word.isEmpty()).toList();
        return words.size() >= 2 && words.size() <= 4 && words.stream().anyMatch(FIRST_NAMES::contains);
    }
}
