package de.stadtgraph.search;

import java.util.List;
import java.util.Map;

/// What a search found. Immutable.
///
/// @param total exact number of hits
/// @param hits one page of them, best first
/// @param facets number of hits by field (`type`, `dataset`, `district`) and value, most first
/// @param near whether these are hits for a near spelling, since there were none for the words themselves
public record Hits(long total, List<Hit> hits, Map<String, List<Count>> facets, boolean near) {
    /// Nothing.
    public static final Hits NONE = new Hits(0, List.of(), Map.of(), false);

    public Hits {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    /// One thing.
    ///
    /// @param types IRIs of its classes
    /// @param datasets slugs of the datasets that say something of it
    /// @param snippet piece of its text with the words; empty when the label says it all
    public record Hit(String iri, List<String> types, List<String> datasets, String snippet, float score) {
        public Hit {
            types = List.copyOf(types);
            datasets = List.copyOf(datasets);
        }
    }

    /// A value of a facet.
    public record Count(String value, long count) {}

    /// A suggestion: a thing whose label begins with what was typed.
    ///
    /// @param scheme IRI of the concept scheme or of the class
    public record Suggestion(String iri, String label, String scheme) {}
}
