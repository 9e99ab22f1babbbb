package de.stadtgraph.workshop;

import de.stadtgraph.problem.ServerException;
import java.util.List;

/// One kind of content that is drafted, proposed and adopted: shape families ([Workshop]) or vocabularies
/// ([de.stadtgraph.workshop.terms.TermWorkshop]). Thread-safe.
public interface Drafting {
    Drafts drafts();

    /// Drafts, proposals and what they change.
    Review review();

    /// Marks of the draft, or of what is released where nobody has begun one.
    List<Mark> marks(String name);

    /// Marks of a text while it is typed; nothing is kept.
    List<Mark> marks(String name, Part part, String text);

    /// What is wrong beside the text: with its examples.
    ///
    /// @throws ServerException [ErrorCode#SHAPE_INVALID] when the draft cannot be read
    List<Mark> examples(String name);

    /// Somebody has opened the draft: what will soon be asked for may be worked out beside all else.
    default void prepare(String name) {}

    /// Proposes the draft; it must be sound, and it must differ.
    ///
    /// @param author id of the account
    Proposal propose(String name, String author, String note);

    /// Decides a proposal; one that is adopted is released, and its draft goes.
    ///
    /// @param who id of the account that decides
    Proposal decide(int number, Proposal.Status how, String who);
}
