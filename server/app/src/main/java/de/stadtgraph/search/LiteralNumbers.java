package de.stadtgraph.search;

import de.stadtgraph.snapshot.term.Dictionary;
import de.stadtgraph.snapshot.term.TermId;

/// Numbers of the strings of a dictionary: first those without a language, then those with one; both in the order of
/// their ids. Immutable.
///
/// @param strings how many have no language
record LiteralNumbers(int strings) {

    static LiteralNumbers of(Dictionary dictionary) {
        return new LiteralNumbers(Math.toIntExact(dictionary.count(TermId.STRING)));
    }

    int number(long literal) {
        int rank = (int) TermId.payload(literal);
        return TermId.tag(literal) == TermId.STRING ? rank : strings + rank;
    }

    long id(int number) {
        return number < strings
                ? TermId.of(TermId.STRING, number)
                : TermId.of(TermId.LANG_STRING, (long) number - strings);
    }
}
