package de.stadtgraph.snapshot.build;

import de.stadtgraph.snapshot.column.Order;
import de.stadtgraph.snapshot.column.Permutation;
import de.stadtgraph.snapshot.column.Renaming;
import de.stadtgraph.snapshot.term.Dictionary;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// The files of an index, opened: dictionary and four permutations. For many threads.
public final class StoredIndex {
    public static final String TERMS = "terms.dict";
    public static final String STATISTICS = "stats";

    private final Dictionary dictionary;
    private final Map<Order, Permutation> permutations;

    private StoredIndex(Dictionary dictionary, Map<Order, Permutation> permutations) {
        this.dictionary = dictionary;
        this.permutations = permutations;
    }

    /// Opens the files of a folder.
    public static StoredIndex open(Path folder, Arena arena) {
        var permutations = new EnumMap<Order, Permutation>(Order.class);
        for (Order order : Order.values()) {
            permutations.put(order, Permutation.open(folder, order, arena));
        }
        return new StoredIndex(Dictionary.open(folder.resolve(TERMS), arena), permutations);
    }

    public Dictionary dictionary() {
        return dictionary;
    }

    public Map<Order, Permutation> permutations() {
        return permutations;
    }

    public Permutation permutation(Order order) {
        return Objects.requireNonNull(permutations.get(order));
    }

    /// The permutations read with the ids of the whole.
    public Map<Order, Permutation> renamed(Renaming names) {
        var renamed = new EnumMap<Order, Permutation>(Order.class);
        permutations.forEach((order, permutation) -> renamed.put(order, permutation.renamed(names)));
        return renamed;
    }

    /// Whether a fault was found since it was opened.
    public boolean isDamaged() {
        return dictionary.isDamaged() || permutations.values().stream().anyMatch(Permutation::isDamaged);
    }

    /// Checks all files.
    public void verify() {
        dictionary.verify();
        permutations.values().forEach(Permutation::verify);
    }
}
