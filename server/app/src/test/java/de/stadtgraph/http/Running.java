package de.stadtgraph.http;

import de.stadtgraph.accounts.Accounts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/// A real server on a free port over the small city, and a client that follows no redirect.
public final class Running implements AutoCloseable {
    private final Accounts accounts;
    private final WebServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    public Running(Function<Front, List<Route>> routes) throws IOException {
        this(routes, 0);
    }

    public Running(Function<Front, List<Route>> routes, int port) throws IOException {
        this(routes, port, Fixture::site);
    }

    /// A server over other data.
    public Running(Function<Front, List<Route>> routes, CurrentGeneration generations) throws IOException {
        this(routes, 0, folder -> Fixture.site(folder, generations));
    }

    private Running(Function<Front, List<Route>> routes, int port, SiteOf site) throws IOException {
        Path folder = Files.createTempDirectory("front");
        var front = new Front(site.in(folder));
        accounts = new Accounts(folder, Clock.systemUTC());
        var signIn = new SignIn(accounts, new Sessions(Clock.systemUTC()), TrustedProxies.NONE, false);
        var list = new Routes(routes.apply(front));
        server = new WebServer(front, list, new AccessPolicy(signIn, HttpLimits.DEFAULT), "127.0.0.1", port).start();
    }

    @FunctionalInterface
    private interface SiteOf {
        Site in(Path folder) throws IOException;
    }

    /// The accounts of the running server; there is none at first.
    public Accounts accounts() {
        return accounts;
    }

    public int port() {
        return server.port();
    }

    /// Sends a GET with headers given as name, value, name, value.
    public HttpResponse<String> get(String path, String... headers) throws Exception {
        return send("GET", path, headers);
    }

    public HttpResponse<String> send(String method, String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        for (int i = 0; i + 1 < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
