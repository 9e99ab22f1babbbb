package de.stadtgraph.workshop;

import de.stadtgraph.problem.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A change that one person proposes and another decides. Immutable.
///
/// @param number number of the proposal
/// @param kind what is changed
/// @param family name of the shape family or vocabulary
/// @param author id of the account that proposes; never in public RDF
/// @param time when it was proposed
/// @param note what it is for, in the author's words
/// @param from version it was made from
/// @param to version it would become
/// @param parts all parts as they would be, by name
/// @param base tag of what was released of it when it was proposed; empty where that is not known
/// @param effect what the preview said when it was proposed
/// @param comments what was said about it
/// @param status where it stands
/// @param decider id of the account that decided; empty while it is open
/// @param decided when it was decided; empty while it is open
public record Proposal(
        int number,
        Kind kind,
        String family,
        String author,
        Instant time,
        String note,
        String from,
        String to,
        String base,
        Map<String, String> parts,
        Text effect,
        List<Comment> comments,
        Status status,
        String decider,
        String decided) {

    public Proposal {
        parts = Map.copyOf(parts);
        comments = List.copyOf(comments);
    }

    /// What a proposal changes.
    public enum Kind {
        SHAPES,
        TERMS
    }

    /// Where a proposal stands.
    public enum Status {
        OPEN,
        ADOPTED,
        REJECTED,
        WITHDRAWN
    }

    /// What somebody said about it.
    ///
    /// @param author id of the account
    public record Comment(String author, Instant time, String text) {}

    Proposal with(Comment comment) {
        var more = new java.util.ArrayList<>(comments);
        more.add(comment);
        return new Proposal(
                number, kind, family, author, time, note, from, to, base, parts, effect, more, status, decider,
                decided);
    }

    /// The same change, made from another version.
    public Proposal rebased(String version, VersionStep step) {
        return new Proposal(
                number,
                kind,
                family,
                author,
                time,
                note,
                version,
                step.after(version),
                base,
                parts,
                effect,
                comments,
                status,
                decider,
                decided);
    }

    Proposal ended(Status how, String who, Instant when) {
        return new Proposal(
                number,
                kind,
                family,
                author,
                time,
                note,
                from,
                to,
                base,
                parts,
                effect,
                comments,
                how,
                who,
                when.toString());
    }
}
