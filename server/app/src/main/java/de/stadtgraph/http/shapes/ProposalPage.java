package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Frame;
import de.stadtgraph.workshop.LineDiff;
import de.stadtgraph.workshop.Proposal;
import java.util.List;

/// One proposal. Immutable.
///
/// @param decides whether the reader may adopt or reject it
/// @param own whether the reader may withdraw it
/// @param changes how it differs from what is released
public record ProposalPage(Frame frame, Proposal proposal, boolean decides, boolean own, List<LineDiff.Line> changes) {
    public ProposalPage {
        changes = List.copyOf(changes);
    }

    public String status() {
        return Words.status(frame, proposal.status());
    }
}
