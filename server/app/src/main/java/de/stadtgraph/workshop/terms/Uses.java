package de.stadtgraph.workshop.terms;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where a term is used. Immutable.
///
/// @param datasets number of statements by slug of the dataset; not counted beyond [TermWorkshop#MOST_COUNTED]
/// @param files shapes, mappings and stored queries that name it, by path below the checkout
public record Uses(SortedMap<String, Long> datasets, List<String> files) {
    public Uses {
        datasets = Collections.unmodifiableSortedMap(new TreeMap<>(datasets));
        files = List.copyOf(files);
    }

    public boolean isEmpty() {
        return datasets.isEmpty() && files.isEmpty();
    }
}
