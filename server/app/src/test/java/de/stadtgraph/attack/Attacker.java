package de.stadtgraph.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// What an attacker has: a client, plain sockets, a clock.
final class Attacker implements AutoCloseable {
    static final String OURS = "<https://data.jena.de/def/attack#";

    private final AttackServer server;
    private final double seconds;
    private final Duration grace;
    private final HttpClient client = HttpClient.newHttpClient();

    /// @param seconds time of a query; the default of the server where it is 5
    /// @param grace what an answer may take beyond it
    Attacker(AttackServer server, double seconds, Duration grace) {
        this.server = server;
        this.seconds = seconds;
        this.grace = grace;
    }

    record Reply(int status, String body, long millis) {
        String code() {
            int at = body.indexOf("\"code\":\"");
            return at < 0 ? "" : body.substring(at + 8, body.indexOf('"', at + 8));
        }
    }

    AttackServer server() {
        return server;
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    String queryPath() {
        return seconds == 5 ? "/sparql" : "/sparql?timeout=" + seconds;
    }

    Reply query(String text, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at(queryPath()))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/sparql-query")
                .POST(BodyPublishers.ofString(text));
        return send(request, headers);
    }

    Reply get(String path, String... headers) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(30)), headers);
    }

    Reply send(HttpRequest.Builder request, String... headers) throws IOException, InterruptedException {
        for (int i = 0; i + 1 < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        long begin = System.nanoTime();
        HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        String body = "";
        try (InputStream in = answer.body()) {
            byte[] start = in.readNBytes(200_000);
            body = new String(start, StandardCharsets.UTF_8);
            in.skip(Long.MAX_VALUE);
        } catch (IOException cut) {
            body = "cut";
        }
        return new Reply(answer.statusCode(), body, (System.nanoTime() - begin) / 1_000_000);
    }

    /// The exact answer, or a refusal in time; a long answer may be cut.
    String bomb(String text) throws IOException, InterruptedException {
        Reply reply = query(text);
        assertThat(reply.status()).as(text + " " + reply.body()).isIn(200, 422, 503);
        assertThat(reply.millis()).as(text).isLessThan((long) (seconds * 1000) + grace.toMillis());
        return reply.status() + " " + (reply.body().equals("cut") ? "cut " : "") + reply.millis() + " ms";
    }

    /// Refused at once.
    Reply refused(String text, int... statuses) throws IOException, InterruptedException {
        Reply reply = query(text);
        assertThat(statuses)
                .as(text.substring(0, Math.min(200, text.length())) + reply)
                .contains(reply.status());
        assertThat(reply.millis())
                .as(text.substring(0, Math.min(200, text.length())))
                .isLessThan(100 + grace.toMillis());
        return reply;
    }

    Socket connect(String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    /// Sends bytes as they are and reads the answer's first line.
    String raw(String text) throws IOException {
        try (Socket socket = connect(text)) {
            String answer = new String(socket.getInputStream().readNBytes(4_000), StandardCharsets.ISO_8859_1);
            return answer.lines().findFirst().orElse("closed");
        } catch (java.net.SocketException e) {
            return "closed";
        }
    }

    /// Whether a part of the server is there to be attacked.
    boolean has(String path) throws IOException, InterruptedException {
        return get(path).status() != 404;
    }

    @Override
    public void close() {
        client.close();
    }
}
