package de.stadtgraph.http.search;

import de.stadtgraph.http.Frame;
import java.util.List;

/// The page of a search. Immutable.
///
/// @param words what was typed
/// @param total exact number of hits
/// @param near whether these are hits for a near spelling
/// @param first number of the first hit shown
/// @param facets what narrows the search
/// @param hits one page of hits
/// @param previous address of the page before; empty on the first
/// @param next address of the page after; empty on the last
public record SearchPage(
        Frame frame,
        String words,
        long total,
        boolean near,
        long first,
        List<Facet> facets,
        List<Hit> hits,
        String previous,
        String next) {

    /// Values of one kind.
    ///
    /// @param title what a page calls the field
    /// @param values most hits first
    public record Facet(String field, String title, List<Value> values) {
        public boolean isChosen() {
            return values.stream().anyMatch(Value::chosen);
        }
    }

    /// One value.
    ///
    /// @param href address with this value, or without it when it is chosen
    public record Value(String label, String href, long count, boolean chosen) {}

    /// One hit.
    public record Hit(String label, String language, String href, String type, String datasets, String snippet) {}
}
