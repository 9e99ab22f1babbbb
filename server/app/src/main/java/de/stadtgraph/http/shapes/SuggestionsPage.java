package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Frame;
import de.stadtgraph.workshop.Suggestion;
import de.stadtgraph.workshop.Workshop;
import java.util.List;

/// Constraints that a dataset nearly meets. Immutable.
public record SuggestionsPage(Frame frame, String dataset, Workshop.Suggested suggested) {

    /// Name of the family that a proposal would join.
    public String family() {
        return suggested.family();
    }

    public List<Suggestion> suggestions() {
        return suggested.suggestions();
    }

    public String sentence(Suggestion suggestion) {
        return suggestion.sentence().in(frame.phrases().language());
    }

    public String turtle(Suggestion suggestion) {
        return suggestion.turtle(suggested.iri());
    }
}
