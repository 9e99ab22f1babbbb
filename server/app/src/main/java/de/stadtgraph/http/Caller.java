package de.stadtgraph.http;

import de.stadtgraph.accounts.Account;
import de.stadtgraph.query.QueryCaller;
import io.javalin.http.Context;
import java.util.Objects;
import java.util.Optional;

/// Who sends a request. Immutable.
///
/// @param address IPv4 address, or the /64 of an IPv6 address
/// @param account who signed in, if anybody did
/// @param local whether the request comes from this machine and through no proxy
public record Caller(String address, Optional<Account> account, boolean local) {
    private static final String ATTRIBUTE = "stadtgraph.caller";

    /// What limits count by: the account, else the address.
    public String key() {
        return account.map(known -> "account " + known.id()).orElse(address);
    }

    /// The account of a route that admits no stranger.
    public Account known() {
        return account.orElseThrow(() -> new IllegalStateException("the route is public"));
    }

    /// The caller as the limits of queries see it.
    public QueryCaller asked() {
        return new QueryCaller(key(), account.isPresent(), local);
    }

    void on(Context context) {
        context.attribute(ATTRIBUTE, this);
    }

    /// The caller of a request.
    public static Caller of(Context context) {
        return Objects.requireNonNull(context.attribute(ATTRIBUTE), "every request has a caller");
    }
}
