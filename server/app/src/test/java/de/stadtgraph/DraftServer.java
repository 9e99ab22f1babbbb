package de.stadtgraph;

import de.stadtgraph.accounts.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A whole server with an editor, another editor and a steward of `drafts`, for tests of draft datasets.
public final class DraftServer implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebFront front;
    private final String editor;
    private final String other;
    private final String steward;

    public DraftServer(Path data) {
        Server server = Server.of(new Home(Path.of("../..")), Config.DEFAULTS.with(null, null, 0), data);
        editor = server.accounts().add("redaktion", Role.EDITOR, Set.of());
        other = server.accounts().add("vermessung", Role.EDITOR, Set.of());
        steward = server.accounts().add("amt", Role.STEWARD, Set.of("drafts"));
        front = server.serve();
    }

    String editor() {
        return editor;
    }

    String other() {
        return other;
    }

    String steward() {
        return steward;
    }

    public String address() {
        return "http://127.0.0.1:" + front.port();
    }

    /// Makes a draft of the editor.
    public void make(String name) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(editor, "PUT", "/workspace/" + name, "");
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
    }

    /// Removes a draft of the editor.
    public void remove(String name) throws IOException, InterruptedException {
        send(editor, "DELETE", "/workspace/" + name, "");
    }

    /// Sends an update of the editor.
    ///
    /// @param more headers, names and values in turn
    public HttpResponse<String> update(String name, String update, String... more)
            throws IOException, InterruptedException {
        List<String> headers = new ArrayList<>(List.of("Content-Type", "application/sparql-update"));
        headers.addAll(List.of(more));
        return send(editor, "POST", "/workspace/" + name + "/sparql", update, headers.toArray(String[]::new));
    }

    /// Asks a query of the editor; the answer is CSV or Turtle.
    public HttpResponse<String> query(String name, String query) throws IOException, InterruptedException {
        return send(
                editor,
                "POST",
                "/workspace/" + name + "/sparql",
                query,
                "Content-Type",
                "application/sparql-query",
                "Accept",
                "text/csv, application/sparql-results+json;q=0.5, text/turtle;q=0.5");
    }

    /// Statements of the draft of the editor, in all graphs.
    public long size(String name) throws IOException, InterruptedException {
        String csv = query(name, "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }")
                .body();
        return Long.parseLong(csv.lines().skip(1).findFirst().orElseThrow());
    }

    /// Sends a request of the editor as it is made elsewhere.
    public HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        HttpRequest signed = HttpRequest.newBuilder(request, (_, _) -> true)
                .header("Authorization", "Bearer " + editor)
                .build();
        return client.send(signed, BodyHandlers.ofByteArray());
    }

    /// Sends a request of the editor.
    public HttpResponse<String> sendAsEditor(String method, String path, String body, String type)
            throws IOException, InterruptedException {
        return send(editor, method, path, body, "Content-Type", type);
    }

    /// Reads as nobody.
    public HttpResponse<String> sendAsStranger(String path) throws IOException, InterruptedException {
        return send("", "GET", path, "");
    }

    /// Sends an update to the public endpoint.
    public HttpResponse<String> updatePublicly(String update) throws IOException, InterruptedException {
        return send(editor, "POST", "/sparql", update, "Content-Type", "application/sparql-update");
    }

    /// @param headers names and values in turn
    HttpResponse<String> send(String token, String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address() + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i + 1 < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        front.close();
        client.close();
    }
}
