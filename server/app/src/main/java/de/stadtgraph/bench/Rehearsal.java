package de.stadtgraph.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/// Asks a server of this process for one page of each kind, a few times, so that a training run of the virtual machine
/// sees what a start needs.
public final class Rehearsal {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> PATHS = List.of(
            "/health",
            "/",
            "/catalog",
            "/dataset/trees",
            "/quality",
            "/query",
            "/sparql",
            "/search?q=linde",
            "/def/municipal",
            "/sparql?query=SELECT%20%3Ft%20(COUNT(*)%20AS%20%3Fn)%20%7B%20%3Fs%20a%20%3Ft%20%7D%20GROUP%20BY%20%3Ft"
                    + "%20ORDER%20BY%20DESC(%3Fn)%20LIMIT%2020");
    private static final List<String> ACCEPTED = List.of("text/html", "text/turtle", "application/ld+json", "*/*");

    private final URI root;

    /// @param port of the server on this machine
    public Rehearsal(int port) {
        this.root = URI.create("http://127.0.0.1:" + port);
    }

    /// Asks; the answers are thrown away.
    ///
    /// @throws IOException when the server does not answer
    public void run() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : PATHS) {
                for (String accepted : ACCEPTED) {
                    HttpRequest request = HttpRequest.newBuilder(root.resolve(path))
                            .header("Accept", accepted)
                            .timeout(PATIENCE)
                            .build();
                    client.send(request, BodyHandlers.discarding());
                }
            }
        }
    }
}
