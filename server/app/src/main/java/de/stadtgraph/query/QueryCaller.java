package de.stadtgraph.query;

/// Who asks, as limits see it. Immutable.
///
/// @param key address or account; all requests with the same key share their limits
/// @param signedIn whether an account asks: its limits are four times as large, its queries may be longer
/// @param exempt whether the limits of one caller do not count: this machine itself
public record QueryCaller(String key, boolean signedIn, boolean exempt) {
    private static final int ACCOUNT_WEIGHT = 4;

    /// A command or a page of the server itself.
    public static final QueryCaller LOCAL = new QueryCaller("local", true, true);

    /// How many times the limits of a stranger it has.
    public int weight() {
        return signedIn ? ACCOUNT_WEIGHT : 1;
    }
}
