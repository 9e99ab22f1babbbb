package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Frame;
import de.stadtgraph.workshop.Drafts;
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
public record DraftPage(
        Frame frame,
        String family,
        String part,
        List<String> parts,
        Drafts.Tagged kept,
        Optional<String> mine,
        List<Mark> marks,
        boolean begun) {

    public DraftPage {
        parts = List.copyOf(parts);
        marks = List.copyOf(marks);
    }

    /// What the form begins with: one's own text where it was refused.
    public String text() {
        return mine.orElse(kept.text());
    }

    public String message(Mark mark) {
        return mark.message().in(frame.phrases().language());
    }
}
