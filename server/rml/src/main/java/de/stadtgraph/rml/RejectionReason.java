package de.stadtgraph.rml;

import java.util.Locale;

/// Why a record or a value gave no statement. The words are stable; the texts are for people.
public enum RejectionReason {
    TOO_FEW_FIELDS("Die Zeile hat zu wenige Felder", "The row has too few fields"),
    TOO_MANY_FIELDS("Die Zeile hat zu viele Felder", "The row has too many fields"),
    BAD_ENCODING(
            "Bytes, die in der Zeichenkodierung nicht vorkommen; ist die Datei in Windows-1252, so muss das Mapping es"
                    + " sagen (rml:encoding \"windows-1252\")",
            "Bytes that are invalid in the encoding; if the file is in Windows-1252, the mapping must say so"
                    + " (rml:encoding \"windows-1252\")"),
    BROKEN_RECORD("Der Datensatz ist fehlerhaft aufgebaut", "The record is malformed"),
    TOO_LARGE("Der Datensatz ist größer als 16 MB", "The record is larger than 16 MB"),
    TOO_DEEP("Der Datensatz ist zu tief verschachtelt", "The record is nested too deeply"),
    NO_SUBJECT("Kein Schlüssel: keine Regel fand ein Subjekt", "No key: no rule found a subject"),
    BAD_IRI("Aus dem Wert entsteht keine gültige IRI", "The value makes no valid IRI"),
    OUTSIDE_IRIS("Das Subjekt liegt außerhalb der eigenen IRIs", "The subject is outside the owned IRIs"),
    BAD_GRAPH("Der Graph hat keine gültige IRI", "The graph has no valid IRI"),
    BAD_DATATYPE("Der Wert passt nicht zum Datentyp", "The value does not fit the datatype"),
    BAD_LANGUAGE("Kein gültiges Sprachkürzel", "Not a valid language tag"),
    NO_CODE("Der Wert steht in keiner Codeliste", "The value is in no code list"),
    BAD_NUMBER("Der Wert ist keine Zahl", "The value is not a number"),
    BAD_DATE("Der Wert ist kein gültiges Datum", "The value is not a valid date"),
    OUT_OF_RANGE("Der Wert liegt außerhalb des erlaubten Bereichs", "The value is out of range"),
    FUNCTION_FAILED("Eine Funktion kann den Wert nicht verarbeiten", "A function cannot process the value"),
    BAD_GEOMETRY("Die Geometrie ist nicht lesbar", "The geometry cannot be read"),
    STRUCTURED_VALUE("Statt eines Wertes steht ein Objekt oder eine Liste", "An object or list instead of a value"),
    DUPLICATE_KEY("Der Schlüssel kommt mehrfach vor", "The key occurs more than once");

    private final String german;
    private final String english;

    RejectionReason(String german, String english) {
        this.german = german;
        this.english = english;
    }

    /// The word of reports, as `too-few-fields`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The text in German, or in English for any other language.
    public String text(Locale locale) {
        return locale.getLanguage().equals("de") ? german : english;
    }

    /// The text for `de` or `en`.
    public String text(String language) {
        return text(Locale.of(language));
    }
}
