package de.stadtgraph.query;

/// One wish to run a query: what it is known by, and who wants it.
///
/// The one who wants it may leave at any time, which ends the query. Thread-safe.
public final class Ticket {
    private final String id;
    private final QueryCaller caller;
    private volatile boolean left;

    /// @param id who knows it may ask for the query's status and end it
    public Ticket(String id, QueryCaller caller) {
        this.id = id;
        this.caller = caller;
    }

    /// A command or a page of the server itself.
    public static Ticket local(String id) {
        return new Ticket(id, QueryCaller.LOCAL);
    }

    public String id() {
        return id;
    }

    public QueryCaller caller() {
        return caller;
    }

    /// Nobody waits for the answer any more.
    public void leave() {
        left = true;
    }

    boolean hasLeft() {
        return left;
    }
}
