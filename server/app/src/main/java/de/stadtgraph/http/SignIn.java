package de.stadtgraph.http;

import de.stadtgraph.accounts.Account;
import de.stadtgraph.accounts.Accounts;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a request proves who sends it: `Authorization: Bearer` everywhere (RFC 6750), the cookie of a session below
/// `/workshop` only. Thread-safe.
public final class SignIn {
    private static final String BEARER = "bearer ";
    private static final String COOKIE_PATH = "/workshop";

    private final Accounts accounts;
    private final Sessions sessions;
    private final TrustedProxies proxies;
    private final boolean https;

    /// @param https whether the server is reached by https: then the cookie is sent over https only, but on this
    /// machine
    public SignIn(Accounts accounts, Sessions sessions, TrustedProxies proxies, boolean https) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.proxies = proxies;
        this.https = https;
    }

    /// Who sends a request.
    ///
    /// @throws ServerException [ErrorCode#UNAUTHENTICATED] for a token that is not good
    Caller caller(Context context) {
        String connection = context.req().getRemoteAddr();
        String forwarded = context.header("X-Forwarded-For");
        InetAddress origin = proxies.origin(connection, forwarded);
        boolean local = origin.isLoopbackAddress() && !proxies.trusts(origin);
        String address = TrustedProxies.key(origin);
        return new Caller(address, account(context, address), local);
    }

    private Optional<Account> account(Context context, String address) {
        String authorization = context.header("Authorization");
        if (authorization != null) {
            return Optional.of(byToken(authorization, address).orElseThrow(SignIn::unauthenticated));
        }
        if (!isWorkshop(context.path())) {
            return Optional.empty();
        }
        return Optional.ofNullable(context.cookie(Sessions.COOKIE))
                .flatMap(sessions::account)
                .flatMap(accounts::find);
    }

    private Optional<Account> byToken(String authorization, String address) {
        boolean bearer = authorization.toLowerCase(Locale.ROOT).startsWith(BEARER);
        return bearer ? accounts.find(authorization.substring(BEARER.length()).strip(), address) : Optional.empty();
    }

    /// Begins a session for a token; the answer sets the cookie.
    ///
    /// @return whether the token was good
    public boolean begin(Context context, String token) {
        Optional<Account> account =
                accounts.find(token.strip(), Caller.of(context).address());
        account.ifPresent(known -> setCookie(context, sessions.begin(known), Sessions.LENGTH.toSeconds()));
        return account.isPresent();
    }

    /// Ends the session of a request.
    public void end(Context context) {
        String id = context.cookie(Sessions.COOKIE);
        if (id != null) {
            sessions.end(id);
        }
        setCookie(context, "", 0);
    }

    private void setCookie(Context context, String value, long seconds) {
        context.header(
                "Set-Cookie",
                Sessions.COOKIE + "=" + value + "; Path=" + COOKIE_PATH + "; Max-Age=" + seconds
                        + "; HttpOnly; SameSite=Strict"
                        + (https && !Caller.of(context).local() ? "; Secure" : ""));
    }

    static boolean isWorkshop(String path) {
        return path.equals(COOKIE_PATH) || path.startsWith(COOKIE_PATH + "/");
    }

    static ServerException unauthenticated() {
        return new ServerException(
                ErrorCode.UNAUTHENTICATED, new Text("Kein gültiges Token.", "There is no valid token."));
    }

    /// Refuses a write that another site could have caused: without a token in the header it must come from a page of
    /// this server (Fetch standard, `Origin`).
    static void checkOrigin(Context context) {
        if (context.header("Authorization") == null && !isOwn(context.header("Origin"), context.header("Host"))) {
            throw new ServerException(
                    ErrorCode.FORBIDDEN,
                    new Text(
                            "Die Anfrage kommt nicht von einer Seite dieses Servers.",
                            "The request does not come from a page of this server."));
        }
    }

    private static boolean isOwn(@Nullable String origin, @Nullable String host) {
        return origin != null
                && host != null
                && (origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host));
    }
}
