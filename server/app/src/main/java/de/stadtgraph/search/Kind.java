package de.stadtgraph.search;

import java.util.List;
import java.util.Optional;

/// What the facets know of things: those that are of the same classes, in the same datasets and districts are of one
/// kind. Immutable.
///
/// @param types IRIs of the classes
/// @param datasets slugs of the datasets that say something of them
/// @param districts IRIs of the districts in which they lie
record Kind(List<String> types, List<String> datasets, List<String> districts) {
    Kind {
        types = List.copyOf(types);
        datasets = List.copyOf(datasets);
        districts = List.copyOf(districts);
    }

    /// The values of a facet.
    List<String> values(String facet) {
        return switch (facet) {
            case "type" -> types;
            case "dataset" -> datasets;
            case "district" -> districts;
            default -> throw new IllegalArgumentException("no facet: " + facet);
        };
    }

    boolean fits(SearchRequest request) {
        return has(types, request.type()) && has(datasets, request.dataset()) && has(districts, request.district());
    }

    boolean isOf(Optional<String> type) {
        return has(types, type);
    }

    private static boolean has(List<String> values, Optional<String> wanted) {
        return wanted.map(values::contains).orElse(true);
    }
}
