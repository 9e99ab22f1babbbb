package de.stadtgraph.query;

/// Where an answer comes from; formats with a place for it say so. Immutable.
///
/// @param state address of the state
/// @param query text of the query
public record Origin(String state, String query) {
    /// Nothing is said.
    public static final Origin NONE = new Origin("", "");
}
