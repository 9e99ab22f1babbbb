package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Frame;
import de.stadtgraph.workshop.Proposal;
import de.stadtgraph.workshop.Workshop;
import java.util.List;

/// The shape families, the proposals and the datasets that are judged. Immutable.
public record FamiliesPage(Frame frame, List<Workshop.Card> families, List<Proposal> proposals, List<String> datasets) {
    public FamiliesPage {
        datasets = List.copyOf(datasets);
        families = List.copyOf(families);
        proposals = List.copyOf(proposals);
    }

    /// The title of a family in the language of the page.
    public String title(Workshop.Card family) {
        return family.title().in(frame.phrases().language());
    }

    public String status(Proposal proposal) {
        return Words.status(frame, proposal.status());
    }
}
