package de.stadtgraph.rml.profile;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Fields that may speak of persons are left out until a person decides. Stateless.
final class PersonalData {
    private static final Pattern NAMED = Pattern.compile(
            ".*(vorname|nachname|familienname|geburts(tag|dat|name)|ansprechpartner|sachbearbeit|bearbeiter|kontaktperson"
                    + "|e-?mail|telefon|telefax|handy|mobilnummer|iban|steuernummer|first_?name|last_?name|phone|birth).*"
                    + "|tel|fax|(.*[._/])(tel|fax|mail)");
    private static final Pattern MARKS =
            Pattern.compile(".*(nam|kuerz|kürz|bearb|pers|user|editor|pruef|prüf|kontroll).*");
    private static final int LEAST_MARKS = 5;

    private PersonalData() {}

    static Optional<FieldGuess> suspicion(FieldProfile field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        if (NAMED.matcher(name).matches()) {
            return left("der Name des Feldes deutet auf Personen", "the field's name speaks of persons");
        }
        if (share(field, ValueForm.EMAIL) > 0.02) {
            return left("enthält E-Mail-Adressen", "it holds e-mail addresses");
        }
        if (share(field, ValueForm.IBAN) > 0) {
            return left("enthält Kontonummern", "it holds account numbers");
        }
        if (field.isMostly(ValueForm.PHONE) && field.distinct() > 1) {
            return left("enthält Telefonnummern", "it holds telephone numbers");
        }
        if (field.words().names() * 10 > field.filled() && field.words().names() > 1) {
            return left("enthält Namen von Personen", "it holds names of persons");
        }
        return marks(field, name)
                ? left(
                        "Kürzel aus zwei oder drei Buchstaben, vielleicht von Personen",
                        "marks of two or three letters, perhaps of persons")
                : Optional.empty();
    }

    /// Two or three letters with many repeats: often the mark of who did it.
    private static boolean marks(FieldProfile field, String name) {
        boolean all = field.words().marks() * 100 >= field.filled() * 98;
        boolean repeated = field.filled() >= 3L * field.distinct();
        boolean varied = field.distinct() >= LEAST_MARKS && name.startsWith("spalte");
        return all
                && repeated
                && field.distinct() > 1
                && (varied || MARKS.matcher(name).matches());
    }

    private static double share(FieldProfile field, ValueForm form) {
        return field.filled() == 0 ? 0 : (double) field.count(form) / field.filled();
    }

    private static Optional<FieldGuess> left(String german, String english) {
        return Optional.of(new FieldGuess(
                new FieldRole.Dropped(
                        "vielleicht personenbezogen (" + german + "); bitte entscheiden",
                        "possibly personal (" + english + "): decide",
                        true),
                ""));
    }
}
