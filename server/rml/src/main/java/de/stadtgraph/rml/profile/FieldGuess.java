package de.stadtgraph.rml.profile;

import static de.stadtgraph.rml.profile.ValueForm.BOOLEAN;
import static de.stadtgraph.rml.profile.ValueForm.DATE_GERMAN;
import static de.stadtgraph.rml.profile.ValueForm.DATE_ISO;
import static de.stadtgraph.rml.profile.ValueForm.DATE_SLASH;
import static de.stadtgraph.rml.profile.ValueForm.DECIMAL_COMMA;
import static de.stadtgraph.rml.profile.ValueForm.DECIMAL_POINT;
import static de.stadtgraph.rml.profile.ValueForm.FLOAT;
import static de.stadtgraph.rml.profile.ValueForm.GROUPED_BLANK;
import static de.stadtgraph.rml.profile.ValueForm.GROUPED_COMMA;
import static de.stadtgraph.rml.profile.ValueForm.GROUPED_POINT;
import static de.stadtgraph.rml.profile.ValueForm.INTEGER;
import static de.stadtgraph.rml.profile.ValueForm.TIME_GERMAN;
import static de.stadtgraph.rml.profile.ValueForm.TIME_ISO;
import static de.stadtgraph.rml.profile.ValueForm.TIME_SLASH;
import static de.stadtgraph.rml.profile.ValueForm.UNCLEAR_COMMA;
import static de.stadtgraph.rml.profile.ValueForm.UNCLEAR_POINT;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Takes a field for what its values look like; where two readings are possible it stays text, with a question.
///
/// @param role what it is taken for
/// @param question what a person must decide, or empty
record FieldGuess(FieldRole role, String question) {
    private static final double YEAR_1990 = 631_152_000;
    private static final double YEAR_2050 = 2_524_608_000.0;

    /// @param codes most values of a code list
    static FieldGuess of(FieldProfile field, int codes) {
        if (field.isEmpty()) {
            return sure(new FieldRole.Dropped("in allen gelesenen Sätzen leer", "empty in all records read", false));
        }
        return PersonalData.suspicion(field)
                .or(() -> node(field))
                .or(() -> truth(field))
                .or(() -> time(field))
                .or(() -> number(field))
                .orElseGet(() -> text(field, codes));
    }

    private static FieldGuess sure(FieldRole role) {
        return new FieldGuess(role, "");
    }

    private static Optional<FieldGuess> found(FieldRole role) {
        return Optional.of(sure(role));
    }

    private static Optional<FieldGuess> node(FieldProfile field) {
        if (field.isMostly(ValueForm.NODE)) {
            return Optional.of(new FieldGuess(
                    new FieldRole.Dropped("verschachtelter Inhalt", "a node with parts of its own", false),
                    "what is in it? Refer to its parts one by one"));
        }
        return field.isMostly(ValueForm.URL) ? found(new FieldRole.Link()) : Optional.empty();
    }

    private static Optional<FieldGuess> truth(FieldProfile field) {
        List<String> words = List.copyOf(field.values().keySet());
        boolean flags = field.distinct() == 2
                && words.stream().allMatch(word -> word.equals("0") || word.equals("1"))
                && field.name().toLowerCase(Locale.ROOT).matches("(.*[._])?(is|has|ist|hat)[_A-Z].*");
        if (!field.isMostly(BOOLEAN) && !flags) {
            return Optional.empty();
        }
        List<String> yes = words.stream().filter(FieldGuess::isYes).toList();
        List<String> no = words.stream().filter(word -> !isYes(word)).toList();
        return found(new FieldRole.Truth(yes.isEmpty() ? List.of("true") : yes, no.isEmpty() ? List.of("false") : no));
    }

    private static boolean isYes(String word) {
        return word.toLowerCase(Locale.ROOT).matches("true|ja|yes|wahr|1");
    }

    private static Optional<FieldGuess> time(FieldProfile field) {
        if (field.isMostly(DATE_ISO)) {
            return found(new FieldRole.Date("yyyy-MM-dd"));
        }
        if (field.isMostly(DATE_GERMAN)) {
            return found(new FieldRole.Date("dd.MM.yyyy"));
        }
        if (field.isMostly(TIME_ISO)) {
            return found(new FieldRole.Moment(""));
        }
        if (field.isMostly(TIME_GERMAN)) {
            return found(new FieldRole.Moment(field.length().most() > 16 ? "dd.MM.yyyy HH:mm:ss" : "dd.MM.yyyy HH:mm"));
        }
        if (field.isMostly(DATE_SLASH) || field.isMostly(TIME_SLASH)) {
            return Optional.of(slash(field));
        }
        boolean seconds = field.isMostly(INTEGER) && field.least() >= YEAR_1990 && field.most() <= YEAR_2050;
        boolean named = field.name()
                .toLowerCase(Locale.ROOT)
                .matches(".*(time|zeit|date|datum|stamp|stand|seen|updated|_at).*");
        if (seconds && (named || field.distinct() > 20)) {
            return found(new FieldRole.UnixTime("s"));
        }
        boolean millis =
                field.isMostly(INTEGER) && field.least() >= YEAR_1990 * 1000 && field.most() <= YEAR_2050 * 1000;
        return millis && named ? found(new FieldRole.UnixTime("ms")) : Optional.empty();
    }

    private static FieldGuess slash(FieldProfile field) {
        String time = field.isMostly(TIME_SLASH) ? " H:mm" : "";
        boolean month = field.monthFirst() > 0 && field.dayFirst() == 0;
        boolean day = field.dayFirst() > 0 && field.monthFirst() == 0;
        if (!month && !day) {
            return new FieldGuess(
                    new FieldRole.Words(""),
                    "day or month first? No value tells; sg:date with the pattern d/M/yyyy or M/d/yyyy");
        }
        String pattern = (month ? "M/d/yyyy" : "d/M/yyyy") + time;
        return sure(time.isEmpty() ? new FieldRole.Date(pattern) : new FieldRole.Moment(pattern));
    }

    private static Optional<FieldGuess> number(FieldProfile field) {
        if (field.isMostly(INTEGER)) {
            return found(new FieldRole.Numeric(true, "", List.of()));
        }
        if (field.isMostly(INTEGER, DECIMAL_POINT, FLOAT, UNCLEAR_POINT) && field.count(FLOAT) > 0) {
            return found(new FieldRole.Floating());
        }
        boolean pointProven = field.count(DECIMAL_POINT) + field.count(GROUPED_COMMA) > 0;
        boolean commaProven = field.count(DECIMAL_COMMA) + field.count(GROUPED_POINT) + field.count(GROUPED_BLANK) > 0;
        if (pointProven && field.isMostly(INTEGER, DECIMAL_POINT, UNCLEAR_POINT, GROUPED_COMMA)) {
            return found(decimal(field, ".", field.count(GROUPED_COMMA) > 0 ? List.of(",") : List.of()));
        }
        if (commaProven
                && field.isMostly(INTEGER, DECIMAL_COMMA, UNCLEAR_COMMA, UNCLEAR_POINT, GROUPED_POINT, GROUPED_BLANK)) {
            List<String> groups = new ArrayList<>();
            if (field.count(GROUPED_POINT) + field.count(UNCLEAR_POINT) > 0) {
                groups.add(".");
            }
            if (field.count(GROUPED_BLANK) > 0) {
                groups.addAll(List.of(" ", "\u00A0", "\u202F"));
            }
            return found(decimal(field, ",", groups));
        }
        if (field.isMostly(INTEGER, UNCLEAR_POINT, UNCLEAR_COMMA)) {
            return Optional.of(new FieldGuess(
                    new FieldRole.Words(""),
                    "thousands or decimals? No value tells; sg:decimal with sg:decimalSign and sg:groupSign"));
        }
        return Optional.empty();
    }

    private static FieldRole.Numeric decimal(FieldProfile field, String sign, List<String> groups) {
        boolean fraction = field.count(DECIMAL_POINT) + field.count(DECIMAL_COMMA) > 0
                || field.values().keySet().stream().anyMatch(value -> value.contains(sign));
        return new FieldRole.Numeric(!fraction && !groups.isEmpty(), sign, groups);
    }

    private static FieldGuess text(FieldProfile field, int codes) {
        boolean few = field.distinct() <= codes
                && field.distinct() > 1
                && field.length().most() <= 80;
        boolean repeated = field.filled() >= 4L * field.distinct();
        if (few && repeated && field.several() <= 1) {
            return sure(new FieldRole.Code());
        }
        FieldProfile.Words words = field.words();
        if (words.german() == 0 && words.english() == 0) {
            boolean letters = field.count(ValueForm.TEXT) > 0 && field.length().most() > 12;
            return sure(new FieldRole.Words(letters ? "de" : ""));
        }
        if (words.english() > 2 * words.german()) {
            return sure(new FieldRole.Words("en"));
        }
        boolean enough = words.german() + words.english() >= 20;
        return new FieldGuess(
                new FieldRole.Words("de"),
                enough || words.english() == 0 ? "" : "is the language German? Too few texts tell");
    }
}
