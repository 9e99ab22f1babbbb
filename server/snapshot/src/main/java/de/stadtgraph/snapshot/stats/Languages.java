package de.stadtgraph.snapshot.stats;

import de.stadtgraph.snapshot.term.Dictionary;
import de.stadtgraph.snapshot.term.KeyBuffer;
import de.stadtgraph.snapshot.term.TermId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The languages of a dictionary: those of language strings stand together. For many threads.
public final class Languages {
    private final List<String> tags = new ArrayList<>();
    private final long[] firsts;

    /// Finds the languages, a few look-ups each.
    public Languages(Dictionary dictionary) {
        List<Long> starts = new ArrayList<>();
        long end = TermId.of(TermId.LANG_STRING, dictionary.count(TermId.LANG_STRING));
        long id = TermId.first(TermId.LANG_STRING);
        while (id < end) {
            String tag = dictionary.reader().read(id).language();
            tags.add(tag);
            starts.add(id);
            KeyBuffer behind = new KeyBuffer().begin(TermId.LANG_STRING);
            behind.put(tag);
            behind.putByte(1);
            id = dictionary.ceiling(behind);
        }
        firsts = starts.stream().mapToLong(Long::longValue).toArray();
    }

    /// In the order of their ids.
    public List<String> tags() {
        return List.copyOf(tags);
    }

    /// Index of the language of a language string.
    public int index(long id) {
        int at = Arrays.binarySearch(firsts, id);
        return at >= 0 ? at : -at - 2;
    }

    /// The first id of a language by its index.
    public long first(int index) {
        return firsts[index];
    }

    long[] newCounts() {
        return new long[firsts.length];
    }

    void add(long[] counts, long id, long rows) {
        counts[index(id)] += rows;
    }

    List<PredicateStatistics.Language> counted(long[] counts) {
        var counted = new ArrayList<PredicateStatistics.Language>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                counted.add(new PredicateStatistics.Language(tags.get(i), counts[i]));
            }
        }
        return counted;
    }
}
