package de.stadtgraph.bench.sparql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;

/// A SPARQL endpoint on this machine. Every call reads the whole answer. Thread-safe.
///
/// The benchmark speaks to loopback only: it does not go through the server's outbound client.
final class Endpoint {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final UnaryOperator<String> more;

    /// @param address on the loopback interface
    Endpoint(URI address) {
        this(address, _ -> "");
    }

    /// @param address on the loopback interface
    /// @param more what a request with a query adds to its form, begun with `&`
    Endpoint(URI address, UnaryOperator<String> more) {
        if (!address.getHost().equals("localhost") && !address.getHost().equals("127.0.0.1")) {
            throw new IllegalArgumentException("the benchmark runs on this machine only, not on " + address);
        }
        this.address = address;
        this.more = more;
    }

    /// Whether it answers.
    boolean isReady() throws InterruptedException {
        try {
            return drain("ASK {}", "application/sparql-results+json") > 0;
        } catch (IOException _) {
            return false;
        }
    }

    /// Reads an answer and throws it away.
    ///
    /// @return its bytes
    long drain(String query) throws IOException, InterruptedException {
        return drain(query, "text/tab-separated-values");
    }

    private long drain(String query, String accept) throws IOException, InterruptedException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        try (InputStream in = send(query, accept)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes += n;
            }
        }
        return bytes;
    }

    /// Reads an answer and sums it up.
    Answer answer(String query) throws IOException, InterruptedException {
        long rows = 0;
        long value = 0;
        long term = 0;
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(send(query, "text/tab-separated-values"), StandardCharsets.UTF_8))) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                long byValue = 0;
                long byTerm = 0;
                for (String field : line.split("\t", -1)) {
                    TsvTerm parsed = TsvTerm.parse(field);
                    byValue = byValue * 31 + TsvTerm.valueHash(parsed);
                    byTerm = byTerm * 31 + TsvTerm.termHash(parsed);
                }
                rows++;
                value += byValue * byValue + byValue;
                term += byTerm * byTerm + byTerm;
            }
        }
        return new Answer(rows, value, term);
    }

    private InputStream send(String query, String accept) throws IOException, InterruptedException {
        String body = "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + more.apply(query);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            response.body().close();
            throw new IOException("status " + response.statusCode());
        }
        return response.body();
    }
}
