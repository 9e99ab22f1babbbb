package de.stadtgraph.net;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/// Asks other servers by HTTP, and only those that are named (`design: outgoing connections`). Thread-safe.
///
/// IP literals in every spelling and `localhost` are refused, names with private addresses are not found
/// ([PublicResolver]), redirects are checked as the first address was, certificates are verified.
public final class OutboundClient implements AutoCloseable {
    /// Digits, hexadecimal digits and dots alone are an address in one of the old spellings; so is what has a colon.
    private static final Pattern LITERAL =
            Pattern.compile("(?i)[0-9.]*|(0x[0-9a-f]*|[0-9]+)(\\.(0x[0-9a-f]*|[0-9]*))*|.*:.*");

    private static final Pattern REDIRECT = Pattern.compile("30[12378]");

    private final OutboundRules rules;
    private final HttpClient client;

    public OutboundClient(OutboundRules rules) {
        this.rules = rules;
        PublicResolver.allow(rules.privateHosts());
        this.client = HttpClient.newBuilder()
                .connectTimeout(rules.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /// Sends a request and follows at most three redirects.
    ///
    /// @throws ServerException [ErrorCode#SOURCE_UNREADABLE] for an address that may not be asked
    /// @throws IOException when the other server does not answer in time
    public OutboundAnswer send(OutboundRequest request) throws IOException, InterruptedException {
        long end = System.nanoTime() + rules.total().toNanos();
        OutboundRequest next = request;
        for (int redirects = 0; redirects <= OutboundRules.REDIRECTS; redirects++) {
            check(next.target());
            HttpResponse<InputStream> answer = exchange(next, end);
            if (!isRedirect(answer)) {
                var body = new BoundedBody(answer.body(), rules.bytes(), end);
                return new OutboundAnswer(
                        next.target(), answer.statusCode(), answer.headers().map(), body);
            }
            answer.body().close();
            next = next.to(redirected(next.target(), answer));
        }
        throw new IOException(request.target() + ": more than " + OutboundRules.REDIRECTS + " redirects");
    }

    private HttpResponse<InputStream> exchange(OutboundRequest request, long end)
            throws IOException, InterruptedException {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (!left.isPositive()) {
            throw new IOException(request.target() + ": no answer within " + rules.total());
        }
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(request.target()).timeout(left).header("User-Agent", rules.userAgent());
        request.headers().forEach(builder::setHeader);
        request.body().ifPresentOrElse(body -> builder.POST(BodyPublishers.ofByteArray(body)), builder::GET);
        return client.send(builder.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static boolean isRedirect(HttpResponse<?> answer) {
        return REDIRECT.matcher(Integer.toString(answer.statusCode())).matches()
                && answer.headers().firstValue("Location").isPresent();
    }

    /// https stays https.
    private static URI redirected(URI from, HttpResponse<?> answer) throws IOException {
        URI to;
        try {
            to = from.resolve(answer.headers().firstValue("Location").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new IOException(from + ": a redirect that is no address", e);
        }
        if ("https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme())) {
            throw refused(to, "a redirect from https leads to " + to.getScheme());
        }
        return to;
    }

    /// Refuses what may not be asked; nothing is looked up before.
    private void check(URI target) {
        String scheme = target.getScheme() == null ? "" : target.getScheme().toLowerCase(Locale.ROOT);
        String host = target.getHost() == null ? "" : target.getHost().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw refused(target, "only http and https are asked");
        }
        if (host.isEmpty() || target.getUserInfo() != null) {
            throw refused(target, "the address must have a host and no user");
        }
        int port = target.getPort() >= 0 ? target.getPort() : scheme.equals("https") ? 443 : 80;
        if (!rules.hosts().contains(host + ":" + port)) {
            throw refused(target, "the server is not on the list of those that may be asked");
        }
        boolean own = rules.privateHosts().contains(host);
        boolean local = host.equals("localhost") || host.endsWith(".localhost") || host.endsWith(".");
        if (!own && (local || LITERAL.matcher(host).matches())) {
            throw refused(target, "servers are asked by name, not by address");
        }
    }

    private static ServerException refused(URI target, String why) {
        return new ServerException(ErrorCode.SOURCE_UNREADABLE, target + ": not asked: " + why + ".");
    }

    @Override
    public void close() {
        client.close();
    }
}
