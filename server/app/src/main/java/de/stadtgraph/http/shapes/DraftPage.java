package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Frame;
import de.stadtgraph.workshop.Drafts;
import de.stadtgraph.workshop.LineDiff;
import de.stadtgraph.workshop.Mark;
import java.util.List;
import java.util.Optional;

/// One part of a draft in a form. Immutable.
///
/// @param part name of the part
/// @param parts names of all parts
/// @param kept text that is kept, with its tag
/// @param mine text that could not be saved since another was saved meanwhile
/// @param marks remarks on lines
/// @param begun whether the draft differs from the family in that somebody began one
/// @param beside what stands around the text
public record DraftPage(
        Frame frame,
        String family,
        String part,
        List<String> parts,
        Drafts.Tagged kept,
        Optional<String> mine,
        List<Mark> marks,
        boolean begun,
        Beside beside) {

    /// What stands around the text.
    ///
    /// @param examples what is wrong with the examples; shapes that lack one have a line
    /// @param changes how the part differs from what is released
    /// @param conflict how one's own text differs from the one that is kept
    /// @param words words of the scripts as JSON
    /// @param nonce mark of the styles that the editor makes
    public record Beside(
            List<Mark> examples,
            List<LineDiff.Line> changes,
            List<LineDiff.Line> conflict,
            String words,
            String nonce) {
        public Beside {
            examples = List.copyOf(examples);
            changes = List.copyOf(changes);
            conflict = List.copyOf(conflict);
        }
    }

    public DraftPage {
        parts = List.copyOf(parts);
        marks = List.copyOf(marks);
    }

    /// What the form begins with: one's own text where it was refused.
    public String text() {
        return mine.orElse(kept.text());
    }

    public List<Mark> examples() {
        return beside.examples();
    }

    public List<LineDiff.Line> changes() {
        return beside.changes();
    }

    public List<LineDiff.Line> conflict() {
        return beside.conflict();
    }

    public String words() {
        return beside.words();
    }

    public String nonce() {
        return beside.nonce();
    }

    public String message(Mark mark) {
        return mark.message().in(frame.phrases().language());
    }
}
