package de.stadtgraph.snapshot.write;

import de.stadtgraph.snapshot.term.TermReader;

/// How a format writes a term.
interface Form {

    /// Writes a stored term if its bytes can be copied.
    ///
    /// @param tag of its id
    /// @param term stands at the term
    /// @return whether it is written; else nothing is
    boolean write(int tag, TermReader term, TermText into);
}
