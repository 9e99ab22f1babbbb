package de.stadtgraph.search;

import de.stadtgraph.snapshot.term.Dictionary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives the kinds of things numbers, while they are read: noted is what is said of one thing, then the number of its
/// kind is asked for. One thread.
final class KindNumbers {
    /// Bits that no id of an IRI has: they tell what an id was noted for.
    private static final long DATASET = 1L << 61;

    private static final long DISTRICT = 1L << 62;

    private final Dictionary dictionary;
    private final String graphs;
    private final Map<Signature, Integer> numbers = new HashMap<>();
    private final List<Kind> kinds = new ArrayList<>();
    private long[] noted = new long[16];
    private int size;
    private Signature last = new Signature(new long[0]);
    private int lastNumber = -1;

    /// @param graphs what the names of graphs begin with; the rest is the slug of the dataset
    KindNumbers(Dictionary dictionary, String graphs) {
        this.dictionary = dictionary;
        this.graphs = graphs;
    }

    /// Rising, each once.
    private record Signature(long[] ids) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Signature(long[] others) && Arrays.equals(ids, others);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(ids);
        }
    }

    void type(long id) {
        note(id);
    }

    void dataset(long graph) {
        note(graph | DATASET);
    }

    void district(long id) {
        note(id | DISTRICT);
    }

    private void note(long id) {
        if (size == noted.length) {
            noted = Arrays.copyOf(noted, 2 * size);
        }
        noted[size++] = id;
    }

    /// Forgets what was noted: the next thing comes.
    void next() {
        size = 0;
    }

    /// The number of the kind of the thing.
    int number() {
        Arrays.sort(noted, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || noted[i] != noted[i - 1]) {
                noted[kept++] = noted[i];
            }
        }
        size = kept;
        if (Arrays.equals(noted, 0, size, last.ids(), 0, last.ids().length)) {
            return lastNumber;
        }
        last = new Signature(Arrays.copyOf(noted, size));
        lastNumber = numbers.computeIfAbsent(last, this::add);
        return lastNumber;
    }

    private int add(Signature signature) {
        List<String> types = new ArrayList<>();
        List<String> datasets = new ArrayList<>();
        List<String> districts = new ArrayList<>();
        for (long id : signature.ids()) {
            String iri = dictionary.node(id & ~(DATASET | DISTRICT)).toString();
            if ((id & DISTRICT) != 0) {
                districts.add(iri);
            } else if ((id & DATASET) == 0) {
                types.add(iri);
            } else if (iri.startsWith(graphs)) {
                datasets.add(iri.substring(graphs.length()));
            }
        }
        kinds.add(new Kind(types, datasets, districts));
        return kinds.size() - 1;
    }

    List<Kind> kinds() {
        return kinds;
    }
}
