package de.stadtgraph.http;

import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/// The headers that every answer has, and how values get into a header. Stateless.
public final class Headers {
    public static final String STATE = "Stadtgraph-State";
    public static final String COMPLETE = "Stadtgraph-Complete";
    public static final String IGNORED = "Stadtgraph-Ignored";

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'";
    private static final String EXPOSED = "Link, ETag, Last-Modified, Content-Location, Content-Disposition, Location, "
            + "Retry-After, Query-Id, Server-Timing, RateLimit, RateLimit-Policy, Stadtgraph-State, "
            + "Stadtgraph-Complete, Stadtgraph-Ignored";
    private static final String ACCEPTED = "Accept, Accept-Language, Authorization, Content-Type, If-None-Match, "
            + "If-Modified-Since, Query-Id, Range";

    /// What needs no encoding.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/_.~:?&=#+,-]*+");

    private Headers() {}

    /// What every answer says, errors too; read routes are open to every origin.
    static void common(Context context, boolean https) {
        context.header("X-Content-Type-Options", "nosniff");
        // Under no-referrer browsers send the Origin "null" with a form, and no form of the workshop could be checked.
        context.header("Referrer-Policy", context.path().startsWith("/workshop") ? "same-origin" : "no-referrer");
        context.header("Content-Security-Policy", POLICY);
        if (https) {
            context.header("Strict-Transport-Security", "max-age=31536000");
        }
        if (!context.path().startsWith("/workshop") && !context.path().startsWith("/workspace")) {
            context.header("Access-Control-Allow-Origin", "*");
            context.header("Access-Control-Expose-Headers", EXPOSED);
        }
    }

    /// The policy of a page with an editor: its import map and the styles that the editor makes are allowed too.
    ///
    /// @param importMap digest of the import map
    /// @param nonce mark of the styles, made for this answer alone
    static void editorPolicy(Context context, String importMap, String nonce) {
        context.header(
                "Content-Security-Policy",
                POLICY.replace("script-src 'self'", "script-src 'self' " + importMap)
                        .replace("style-src 'self'", "style-src 'self' 'nonce-" + nonce + "'"));
    }

    /// The answer to a preflight (Fetch standard, section 3.2.2).
    static void preflight(Context context) {
        context.header("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
        context.header("Access-Control-Allow-Headers", ACCEPTED);
        context.header("Access-Control-Max-Age", "86400");
    }

    /// `Vary` of an address that is negotiated, or that fixes its format.
    public static void vary(Context context, Negotiated negotiated) {
        if (!negotiated.fixed()) {
            context.header("Vary", "Accept, Accept-Language, Accept-Encoding");
            return;
        }
        context.header("Vary", negotiated.isHtml() ? "Accept-Language, Accept-Encoding" : "Accept-Encoding");
    }

    /// Sets all links at once (RFC 8288).
    public static void links(Context context, List<Link> links) {
        if (!links.isEmpty()) {
            context.header(
                    "Link", String.join(", ", links.stream().map(Link::value).toList()));
        }
    }

    /// A path or IRI as it may stand in a header: ASCII, no line break, no angle bracket.
    public static String encoded(String address) {
        if (PLAIN.matcher(address).matches()) {
            return address;
        }
        String safe = address.replace(" ", "%20")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("\"", "%22")
                .replaceAll("[\\x00-\\x1f\\x7f]", "");
        return URI.create(safe.replace("{", "%7B")
                        .replace("}", "%7D")
                        .replace("|", "%7C")
                        .replace("^", "%5E")
                        .replace("`", "%60")
                        .replace("\\", "%5C"))
                .toASCIIString();
    }
}
