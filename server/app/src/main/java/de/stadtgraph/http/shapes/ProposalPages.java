package de.stadtgraph.http.shapes;

import de.stadtgraph.accounts.Account;
import de.stadtgraph.accounts.Role;
import de.stadtgraph.http.Caller;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.workshop.Drafting;
import de.stadtgraph.workshop.LineDiff;
import de.stadtgraph.workshop.Proposal;
import de.stadtgraph.workshop.Proposals;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Proposals: making one, talking about it, deciding it. Thread-safe.
final class ProposalPages {
    private final Proposals proposals;
    private final Map<Proposal.Kind, Drafting> kinds;

    ProposalPages(Proposals proposals, Map<Proposal.Kind, Drafting> kinds) {
        this.proposals = proposals;
        this.kinds = Map.copyOf(kinds);
    }

    private Drafting drafting(Proposal proposal) {
        return Objects.requireNonNull(kinds.get(proposal.kind()), "every kind is drafted");
    }

    /// Proposes what the address names.
    void propose(Context context, Drafting drafting) {
        String note = Families.form(context, "note").strip();
        if (note.isEmpty()) {
            throw new ServerException(
                    ErrorCode.BAD_REQUEST,
                    new Text(
                            "In einem Satz sagen, wozu die Änderung dient.",
                            "Say in a sentence what the change is for."));
        }
        Proposal made =
                drafting.propose(context.pathParam("family"), account(context).id(), note);
        context.header("Location", "/workshop/proposals/" + made.number()).status(303);
    }

    void show(Visit visit) {
        Proposal proposal = proposals.numbered(number(visit.context()));
        Account account = account(visit.context());
        boolean own = proposal.author().equals(account.id());
        boolean open = proposal.status() == Proposal.Status.OPEN;
        boolean decides = open && !own && account.role() == Role.STEWARD;
        var frame = visit.frame(
                visit.word("shapes.proposal", proposal.number()), visit.word("workshop.title"), Families.crumbs(visit));
        List<LineDiff.Line> changes = open ? drafting(proposal).review().changes(proposal) : List.of();
        visit.page("shapes-proposal", new ProposalPage(frame, proposal, decides, open && own, changes), List.of());
    }

    void comment(Visit visit) {
        Context context = visit.context();
        int number = number(context);
        proposals.comment(number, account(context).id(), Families.form(context, "text"));
        back(context, number);
    }

    /// A second person adopts or rejects: a steward who did not write it. The author may withdraw.
    void decide(Visit visit) {
        Context context = visit.context();
        int number = number(context);
        Proposal.Status how = status(Families.form(context, "decision"));
        Account account = account(context);
        if (how != Proposal.Status.WITHDRAWN && account.role() != Role.STEWARD) {
            throw new ServerException(
                    ErrorCode.FORBIDDEN,
                    new Text("Darüber entscheidet die Rolle steward.", "The role steward decides about it."));
        }
        drafting(proposals.numbered(number)).decide(number, how, account.id());
        back(context, number);
    }

    private static Proposal.Status status(String word) {
        return Arrays.stream(Proposal.Status.values())
                .filter(status -> status != Proposal.Status.OPEN)
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new ServerException(
                        ErrorCode.BAD_REQUEST,
                        new Text(
                                "decision ist adopted, rejected oder withdrawn.",
                                "decision is adopted, rejected or withdrawn.")));
    }

    private static void back(Context context, int number) {
        context.header("Location", "/workshop/proposals/" + number).status(303);
    }

    private static int number(Context context) {
        String number = context.pathParam("number");
        if (!number.matches("[0-9]{1,6}")) {
            throw new ServerException(
                    ErrorCode.NOT_FOUND, new Text("Es gibt keinen solchen Vorschlag.", "There is no such proposal."));
        }
        return Integer.parseInt(number);
    }

    private static Account account(Context context) {
        return Caller.of(context).known();
    }
}
