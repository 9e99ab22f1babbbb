package de.stadtgraph.workshop;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.workshop.Proposal.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// How a draft becomes a proposal and a proposal what is released: the same for every kind of draft. Thread-safe.
public final class Review {
    private final Proposal.Kind kind;
    private final Drafts drafts;
    private final Proposals proposals;
    private final Keeper keeper;

    public Review(Proposal.Kind kind, Drafts drafts, Proposals proposals, Keeper keeper) {
        this.keeper = keeper;
        this.kind = kind;
        this.drafts = drafts;
        this.proposals = proposals;
    }

    /// What a proposal changes.
    ///
    /// @param from version of what is released
    /// @param step how far the version moves
    /// @param effect what the change does, in one sentence
    public record Change(String from, VersionStep step, Text effect) {
        String to() {
            return step.after(from);
        }
    }

    /// How a proposal is released.
    ///
    /// @param current the proposal as it can be adopted now
    /// @param write writes what is adopted and names what it wrote; may be called again after a crash
    public record Release(UnaryOperator<Proposal> current, Function<Proposal, List<Path>> write) {}

    /// All proposals, of every kind.
    public Proposals proposals() {
        return proposals;
    }

    /// How the draft of a part differs from what is released.
    public List<LineDiff.Line> changes(String name, Part part) {
        String draft =
                drafts.parts(name).containsKey(part) ? drafts.part(name, part).text() : "";
        return LineDiff.of(drafts.released(name, part), draft);
    }

    /// How a proposal differs from what is released now.
    public List<LineDiff.Line> changes(Proposal proposal) {
        String proposed = proposal.parts().getOrDefault(drafts.main().name(), "");
        return LineDiff.of(drafts.released(proposal.family(), drafts.main()), proposed);
    }

    /// Keeps the draft as a proposal.
    ///
    /// @throws ServerException [ErrorCode#BAD_REQUEST] when nothing differs
    public Proposal propose(String name, String author, String note, Change change) {
        if (change.step() == VersionStep.NONE) {
            throw new ServerException(
                    ErrorCode.BAD_REQUEST, new Text("Der Entwurf ändert nichts.", "The draft changes nothing."));
        }
        Map<String, String> parts = new TreeMap<>();
        drafts.parts(name).forEach((part, tagged) -> parts.put(part.name(), tagged.text()));
        return proposals.propose(
                new Proposals.Wish(
                        kind,
                        name,
                        author,
                        note,
                        change.from(),
                        change.to(),
                        Drafts.tag(drafts.released(name, drafts.main())),
                        change.effect()),
                parts);
    }

    /// Decides a proposal; one that is adopted is released, and its draft goes.
    ///
    public Proposal decide(int number, Status how, String who, Release release) {
        List<Path> written = new ArrayList<>();
        Proposal decided = proposals.decide(number, how, who, proposal -> {
            if (how != Status.ADOPTED) {
                return proposal;
            }
            Proposal adopted = release.current().apply(proposal);
            written.addAll(release.write().apply(adopted));
            drafts.discard(proposal.family());
            return adopted;
        });
        if (!written.isEmpty()) {
            keeper.keep(decided, written);
        }
        return decided;
    }

    /// What is released must still be what the proposal was made from, or already what it becomes.
    ///
    /// @param version version of what is released
    /// @param becomes the main part as it is once adopted
    /// @throws ServerException [ErrorCode#PRECONDITION_FAILED] when it was changed since
    public void requireUntouched(Proposal proposal, String version, String becomes) {
        String released = drafts.released(proposal.family(), drafts.main());
        boolean untouched = proposal.base().isEmpty()
                ? version.equals(proposal.from())
                : Drafts.tag(released).equals(proposal.base());
        if (!untouched && !released.equals(becomes)) {
            throw new ServerException(
                    ErrorCode.PRECONDITION_FAILED,
                    new Text(
                            "Inzwischen gilt eine andere Fassung; den Vorschlag neu machen.",
                            "Another form holds by now; make the proposal anew."));
        }
    }
}
