package de.stadtgraph.problem;

/// The same sentence in German and in English. Immutable.
///
/// @param de German
/// @param en English
public record Text(String de, String en) {

    /// A text that is the same in both languages: a name, a code, a quoted value.
    public static Text same(String text) {
        return new Text(text, text);
    }

    /// The text in one language.
    public String in(Language language) {
        return switch (language) {
            case DE -> de;
            case EN -> en;
        };
    }
}
