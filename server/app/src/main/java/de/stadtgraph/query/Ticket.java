package de.stadtgraph.query;

/// One wish to run a query: what it is known by, and who wants it. Immutable.
///
/// @param id who knows it may ask for the query's status and end it
public record Ticket(String id, QueryCaller caller) {
    /// A command or a page of the server itself.
    public static Ticket local(String id) {
        return new Ticket(id, QueryCaller.LOCAL);
    }
}
