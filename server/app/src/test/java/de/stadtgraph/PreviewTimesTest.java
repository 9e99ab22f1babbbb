package de.stadtgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.accounts.Role;
import de.stadtgraph.cli.Commands;
import de.stadtgraph.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// On the whole tree register the effect of a draft begins within a second and is complete within ten. An editor opens
/// the draft, writes for a while, and asks.
@EnabledIfSystemProperty(named = "stadtgraph.nightly", matches = "true")
class PreviewTimesTest {
    private static final Path MATERIAL = Path.of("../../../shared/material/jena");
    private static final Path CHECKOUT = Path.of("../..");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path data = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();
    private String token = "";
    private String family = "";

    @Test
    void theFirstResultComesWithinASecondAndTheWholeRegisterWithinTen() throws Exception {
        Path trees = MATERIAL.resolve("baeume-derived/jena_baeume.csv");
        assumeTrue(Files.exists(trees), "passed over: the tree register is not beside the checkout");
        publish("areas", "--sample");
        publish("trees", "--source", trees.toString());
        Server server = Server.of(new Home(CHECKOUT), Config.DEFAULTS.with(null, null, 0), data);
        token = server.accounts().add("redaktion", Role.EDITOR, Set.of());
        try (WebFront front = server.serve()) {
            family = "http://127.0.0.1:" + front.port() + "/workshop/shapes/trees";
            assertThat(send("GET", "", Optional.empty(), "Accept", "text/html").statusCode())
                    .isEqualTo(200);
            Thread.sleep(Duration.ofSeconds(12));

            Told one = preview(text -> text.replace("sh:maxInclusive 50 ;", "sh:maxInclusive 30 ;"));
            Told all = preview(text -> text.replace("sh:severity sh:Violation", "sh:severity sh:Warning ")
                    .replace("sh:severity sh:Info", "sh:severity sh:Warning")
                    .replace("sh:severity sh:Warning ;", "sh:severity sh:Info ;"));

            System.out.printf("preview of one shape: first %s, whole %s%n", one.first(), one.whole());
            System.out.printf(
                    "preview of %d shapes: first %s, whole %s%n", all.changes().size(), all.first(), all.whole());
            assertThat(one.changes()).singleElement().satisfies(change -> {
                assertThat(change.path("new").asLong()).isEqualTo(33);
                assertThat(change.path("unchanged").asLong()).isEqualTo(3);
                assertThat(change.path("judged").asLong()).isEqualTo(42_642);
            });
            assertThat(one.first()).isLessThan(Duration.ofSeconds(1));
            assertThat(all.changes())
                    .hasSizeGreaterThan(8)
                    .noneMatch(change -> change.path("stopped").asBoolean());
            assertThat(all.first()).isLessThan(Duration.ofSeconds(1));
            assertThat(all.whole()).isLessThan(Duration.ofSeconds(10));
        }
    }

    private void publish(String... arguments) {
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        List<String> command = new ArrayList<>(List.of("run"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString()));
        int exit =
                Commands.run(new Home(CHECKOUT), new Terminal(stream, stream, false), command.toArray(String[]::new));
        assertThat(exit).as(out.toString(StandardCharsets.UTF_8)).isZero();
    }

    /// What a preview told, and when: its first counts and samples, and all.
    private record Told(List<JsonNode> changes, Duration first, Duration whole) {}

    private Told preview(UnaryOperator<String> edit) throws Exception {
        String released = Files.readString(CHECKOUT.resolve("shapes/trees/shapes.ttl"));
        String tag = send("GET", "/draft", Optional.empty())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(send("PUT", "/draft", Optional.of(edit.apply(released)), "If-Match", tag)
                        .statusCode())
                .isEqualTo(204);
        long start = System.nanoTime();
        var answer = client.send(
                request("POST", "/preview", Optional.empty(), "Accept", "application/x-ndjson"),
                BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        List<JsonNode> changes = new ArrayList<>();
        List<Duration> times = new ArrayList<>();
        for (String line : (Iterable<String>) answer.body()::iterator) {
            JsonNode told = JSON.readTree(line);
            if (told.has("change") || told.has("begun")) {
                times.add(Duration.ofNanos(System.nanoTime() - start));
            }
            if (told.has("change")) {
                changes.add(told.path("change"));
            }
        }
        return new Told(changes, times.getFirst(), Duration.ofNanos(System.nanoTime() - start));
    }

    private HttpResponse<String> send(String method, String path, Optional<String> body, String... headers)
            throws IOException, InterruptedException {
        return client.send(request(method, path, body, headers), BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, Optional<String> body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(family + path))
                .method(method, body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/turtle");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }
}
