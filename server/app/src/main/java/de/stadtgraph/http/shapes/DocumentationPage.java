package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Phrases;
import de.stadtgraph.problem.Text;
import java.util.List;

/// A part of the documentation as a file of its own, to be put on any web server. Immutable.
///
/// @param folder where the part lies below the documentation: `shapes` or `modules`
public record DocumentationPage(Phrases phrases, String folder, Documented part) {

    /// The list of all parts.
    public record Index(Phrases phrases, List<DocumentationPage> parts) {
        public Index {
            parts = List.copyOf(parts);
        }

        public String language() {
            return phrases.language().tag();
        }

        public String word(String key) {
            return phrases.get(key);
        }
    }

    public String language() {
        return phrases.language().tag();
    }

    /// The tag of the other language, in which the same page exists.
    public String other() {
        return language().equals("de") ? "en" : "de";
    }

    public String word(String key, Object... values) {
        return phrases.get(key, values);
    }

    public String in(Text text) {
        return text.in(phrases.language());
    }

    public String status() {
        return Words.status(phrases, part.status());
    }

    public Documented.Table table() {
        return part.table().apply(phrases);
    }
}
