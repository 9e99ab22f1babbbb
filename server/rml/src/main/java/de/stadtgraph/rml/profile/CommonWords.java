package de.stadtgraph.rml.profile;

import java.util.List;
import java.util.Set;

/// Small lists of frequent words that tell languages apart and hint at persons. Stateless.
final class CommonWords {
    private static final List<String> GERMAN = List.of(
            " und ", " der ", " die ", " das ", " mit ", " für ", " von ", " im ", " an ", " am ", "straße", "ße ", "ü",
            "ö", "ä");
    private static final List<String> ENGLISH =
            List.of(" and ", " the ", " of ", " with ", " for ", " from ", " to ", " in the ");
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
        int words = 0;
        boolean named = false;
        int start = -1;
        // The text ends with a blank, which ends its last word.
        for (int i = 0; i < lower.length(); i++) {
            boolean letter = Character.isLetter(lower.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words++;
                named |= FIRST_NAMES.contains(lower.substring(start, i));
                start = -1;
            }
        }
        return named && words >= 2 && words <= 4;
    }
}
