package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.term.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The subjects of the parent that join with a row (RML-Core, "joins").
///
/// @param slot that holds the key, where the join has one key and its objects are IRIs
/// @param alone whether records with one value a field need only be paired with themselves
record JoinMaker(
        Lookup<Term> lookup,
        List<Expression> childKeys,
        @Nullable Integer slot,
        boolean alone) implements TermMaker {
    JoinMaker {
        childKeys = List.copyOf(childKeys);
    }

    @Override
    public List<Term> make(Row row, Findings findings) {
        return lookup.matches(childKeys, row, findings);
    }

    /// Whether a row meets so many others that it is worth asking whether they are written already.
    boolean hasMany(Row row, Findings findings) {
        return keys(row, findings).stream().anyMatch(key -> lookup.hasMoreThan(DirectJoin.FEW, key));
    }

    /// What decides what [#make] gives.
    List<List<String>> keys(Row row, Findings findings) {
        return Lookup.keys(childKeys, row, findings);
    }
}
