package de.stadtgraph.search;

import de.stadtgraph.snapshot.term.Dictionary;
import de.stadtgraph.snapshot.term.TermId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The things of a state that can be found, in the order of their IRIs: subjects with a class, parts of things
/// excluded. About 14 bytes a thing. Immutable.
final class Things {
    /// The number of what is no thing.
    static final int NONE = -1;

    private final Dictionary dictionary;
    private final int[] ranks;
    private final int[] kindOf;
    private final List<Kind> kinds;
    private final long[] codes;
    private final int[] terms;
    private final long[] isThing;
    private final int[] before;

    /// @param ranks of the things' IRIs in the dictionary, rising
    /// @param kindOf the kind of each thing
    /// @param codes hash of the code and number of each thing, rising
    /// @param terms numbers of the things that are concepts or terms of vocabularies
    Things(Dictionary dictionary, int[] ranks, int[] kindOf, List<Kind> kinds, long[] codes, int[] terms) {
        this.dictionary = dictionary;
        this.ranks = ranks;
        this.kindOf = kindOf;
        this.kinds = List.copyOf(kinds);
        this.codes = codes;
        this.terms = terms;
        int last = ranks.length == 0 ? 0 : ranks[ranks.length - 1];
        this.isThing = new long[(last >> 6) + 1];
        this.before = new int[isThing.length + 1];
        for (int rank : ranks) {
            isThing[rank >> 6] |= 1L << rank;
            before[(rank >> 6) + 1]++;
        }
        for (int i = 1; i < before.length; i++) {
            before[i] += before[i - 1];
        }
    }

    int size() {
        return ranks.length;
    }

    /// The number of a thing; [#NONE] if it is none.
    int number(long id) {
        if (TermId.tag(id) != TermId.IRI) {
            return NONE;
        }
        long rank = TermId.payload(id);
        int word = (int) (rank >> 6);
        if (word >= isThing.length || (isThing[word] >>> rank & 1) == 0) {
            return NONE;
        }
        return before[word] + Long.bitCount(isThing[word] & ((1L << rank) - 1));
    }

    long id(int thing) {
        return TermId.of(TermId.IRI, ranks[thing]);
    }

    String iri(int thing) {
        return dictionary.node(id(thing)).getURI();
    }

    Kind kind(int thing) {
        return kinds.get(kindOf[thing]);
    }

    int kindNumber(int thing) {
        return kindOf[thing];
    }

    List<Kind> kinds() {
        return kinds;
    }

    /// Numbers of the concepts and terms of vocabularies.
    int[] terms() {
        return terms;
    }

    /// Numbers of the things whose IRI ends with a code, whatever its case.
    List<Integer> coded(String code) {
        String wanted = TextAnalysis.exact(code);
        long hash = (long) wanted.hashCode() << 32;
        int at = Arrays.binarySearch(codes, hash);
        List<Integer> found = new ArrayList<>();
        for (int i = at < 0 ? -at - 1 : at; i < codes.length && (codes[i] ^ hash) >>> 32 == 0; i++) {
            int thing = (int) codes[i];
            if (Properties.code(iri(thing)).toLowerCase(Locale.ROOT).equals(wanted)) {
                found.add(thing);
            }
        }
        return found;
    }
}
