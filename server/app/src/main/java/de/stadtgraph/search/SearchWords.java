package de.stadtgraph.search;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.util.ArrayList;
import java.util.List;

/// Reads what a person types into the field: words, `"phrases"`, `abc*` from three letters on; no other operator, so
/// whatever else is typed means itself. Stateless.
public final class SearchWords {
    private static final int CLAUSES = 64;
    private static final int CHARACTERS = 400;
    private static final int PREFIX_LETTERS = 3;

    private SearchWords() {}

    /// A part of what is looked for.
    public sealed interface Clause {
        String text();
    }

    /// A word; its forms count too.
    public record Word(String text) implements Clause {}

    /// Words in this order.
    public record Phrase(String text) implements Clause {}

    /// The beginning of a word.
    public record Prefix(String text) implements Clause {}

    /// Reads a text.
    ///
    /// @throws ServerException `search-syntax` with what to change
    public static List<Clause> read(String typed) {
        if (typed.length() > CHARACTERS) {
            throw wrong("Höchstens 400 Zeichen.", "400 characters at the most.");
        }
        List<Clause> clauses = new ArrayList<>();
        String[] parts =
                typed.replace('„', '"').replace('“', '"').replace('”', '"').split("\"", -1);
        if (parts.length % 2 == 0) {
            throw wrong("Ein Anführungszeichen fehlt.", "A quotation mark is missing.");
        }
        for (int part = 0; part < parts.length; part++) {
            if (part % 2 == 1) {
                phrase(clauses, parts[part]);
            } else {
                words(clauses, parts[part]);
            }
        }
        if (clauses.size() > CLAUSES) {
            throw wrong("Höchstens 64 Wörter.", "64 words at the most.");
        }
        return clauses;
    }

    private static void phrase(List<Clause> clauses, String text) {
        if (hasLetter(text)) {
            clauses.add(new Phrase(text.strip()));
        }
    }

    private static void words(List<Clause> clauses, String text) {
        for (String word : text.strip().split("\\s+", -1)) {
            if (word.endsWith("*") && word.length() > 1) {
                String stem = word.replaceAll("\\*+$", "");
                if (stem.codePointCount(0, stem.length()) < PREFIX_LETTERS || stem.contains("*")) {
                    throw wrong(
                            "Vor einem * am Ende stehen mindestens drei Buchstaben.",
                            "At least three letters stand before a * at the end.");
                }
                clauses.add(new Prefix(stem));
            } else if (hasLetter(word)) {
                clauses.add(new Word(word));
            }
        }
    }

    private static boolean hasLetter(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static ServerException wrong(String german, String english) {
        return new ServerException(ErrorCode.SEARCH_SYNTAX, new Text(german, english));
    }
}
