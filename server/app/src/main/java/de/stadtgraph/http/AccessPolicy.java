package de.stadtgraph.http;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Set;

/// Who may use which route, before the route sees the request. Thread-safe.
public final class AccessPolicy {
    private static final Set<HandlerType> READS = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private final SignIn signIn;
    private final RequestRates rates;

    public AccessPolicy(SignIn signIn, HttpLimits limits) {
        this.signIn = signIn;
        this.rates = new RequestRates(limits);
    }

    /// Finds out who calls, and refuses who may not.
    ///
    /// @throws ServerException [ErrorCode#UNAUTHENTICATED] or [ErrorCode#FORBIDDEN]
    void admit(Context context, Route route) {
        Caller caller = signIn.caller(context);
        caller.on(context);
        rates.count(caller, context.path());
        if (context.path().startsWith("/workspace")) {
            context.header("Cache-Control", Caching.NEVER.value());
        }
        if (SignIn.isWorkshop(context.path())) {
            context.header("Cache-Control", Caching.NEVER.value());
            if (!READS.contains(context.method())) {
                SignIn.checkOrigin(context);
            }
        }
        if (route.access().isOpen()) {
            return;
        }
        if (caller.account().isEmpty()) {
            throw SignIn.unauthenticated();
        }
        check(caller, route.access());
    }

    private static void check(Caller caller, Access access) {
        var account = caller.known();
        if (!access.admits(account.role())) {
            String role = account.role().word();
            throw new ServerException(
                            ErrorCode.FORBIDDEN,
                            new Text(
                                    "Die Rolle " + role + " darf das nicht.", "The role " + role + " may not do this."))
                    .with("role", role);
        }
    }
}
