package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Frame;
import de.stadtgraph.workshop.terms.TermWorkshop;
import java.util.List;

/// The ontology's modules and the code lists. Immutable.
public record VocabulariesPage(Frame frame, List<TermWorkshop.Card> vocabularies) {
    public VocabulariesPage {
        vocabularies = List.copyOf(vocabularies);
    }
}
