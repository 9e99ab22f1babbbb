package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Frame;
import de.stadtgraph.workshop.Proposal;

/// Words that several pages of this tab use. Stateless.
final class Words {
    private Words() {}

    static String status(Frame frame, Proposal.Status status) {
        return switch (status) {
            case OPEN -> frame.word("shapes.status.open");
            case ADOPTED -> frame.word("shapes.status.adopted");
            case REJECTED -> frame.word("shapes.status.rejected");
            case WITHDRAWN -> frame.word("shapes.status.withdrawn");
        };
    }
}
