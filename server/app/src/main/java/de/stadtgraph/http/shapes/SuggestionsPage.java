package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Frame;
import de.stadtgraph.workshop.Suggestion;
import java.util.List;

/// Constraints that a dataset nearly meets. Immutable.
///
/// @param family IRI of the family that a proposal would join
public record SuggestionsPage(Frame frame, String dataset, String family, List<Suggestion> suggestions) {
    public SuggestionsPage {
        suggestions = List.copyOf(suggestions);
    }

    public String sentence(Suggestion suggestion) {
        return suggestion.sentence().in(frame.phrases().language());
    }
}
