package de.stadtgraph.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The frame alone: paths, methods, failures, headers, tags.
class FrontTest {
    private static Running running;

    @BeforeAll
    static void start() throws IOException {
        running = new Running(front -> List.of(
                Route.get("/word/{x}", "word", front.reading(visit -> {
                    var split = MediaTypes.DOCUMENT.split(visit.context().path());
                    var negotiated = ContentNegotiation.choose(
                            visit.context(), MediaTypes.DOCUMENT, split.format(), split.path());
                    if (!visit.isUnchanged(negotiated, "page")) {
                        visit.send(negotiated, "word ".repeat(400).getBytes(StandardCharsets.UTF_8));
                    }
                })),
                Route.get("/gone", "gone", context -> {
                    throw new ServerException(ErrorCode.GONE, new Text("Weg.", "Gone away."));
                }),
                Route.get("/cut", "cut", context -> {
                    context.res().getOutputStream().write(new byte[200_000]);
                    throw new IllegalStateException("in the middle");
                }),
                Route.get("/early", "early", context -> {
                    context.contentType("text/plain").res().getOutputStream().write(new byte[100]);
                    throw new ServerException(ErrorCode.OVERLOADED, Text.same("before the first byte left"));
                }),
                Route.get("/slow", "slow", context -> {
                    Thread.sleep(Duration.ofSeconds(12));
                    context.result("done");
                }),
                Route.get("/fault", "fault", context -> {
                    throw new IllegalStateException("/secret/path");
                })));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/word/a%2Fb",
                "/word/a%5Cb",
                "/word/../x",
                "/word/%2e%2e/x",
                "/word//x",
                "/word/a%00",
                "/word/%0A"
            })
    void anAmbiguousPathIsRefused(String path) throws Exception {
        assertThat(raw("GET " + path + " HTTP/1.1")).startsWith("HTTP/1.1 400");
    }

    @Test
    void aTrailingSlashIsMovedForGood() throws Exception {
        var answer = running.get("/word/x/?lang=en");
        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).contains("/word/x?lang=en");
    }

    @Test
    void otherMethodsAreNamed() throws Exception {
        var answer = running.send("DELETE", "/word/x");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
        assertThat(raw("TRACE /word/x HTTP/1.1")).startsWith("HTTP/1.1 405");
    }

    @Test
    void aPreflightIsAnswered() throws Exception {
        var answer = running.send("OPTIONS", "/word/x", "Access-Control-Request-Method", "GET");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods")).contains("GET, HEAD, POST, OPTIONS");
    }

    @Test
    void headHasTheHeadersOfGet() throws Exception {
        var get = running.get("/word/x.ttl");
        var head = running.send("HEAD", "/word/x.ttl");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : List.of("ETag", "Content-Type", "Content-Length", "Vary", "Stadtgraph-State")) {
            assertThat(head.headers().firstValue(name))
                    .as(name)
                    .isEqualTo(get.headers().firstValue(name))
                    .isPresent();
        }
    }

    @Test
    void aProblemIsADocumentInTheLanguageOfTheCaller() throws Exception {
        var answer = running.get("/gone", "Accept-Language", "en");
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.body())
                .contains("\"type\":\"https://data.jena.de/problem/gone\"", "Gone away.", "\"instance\":\"urn:uuid:");
    }

    @Test
    void aProblemIsAPageForABrowser() throws Exception {
        var answer = running.get("/nowhere", "Accept", "text/html,*/*;q=0.8");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body()).contains("<html lang=\"de\">", "Nicht gefunden");
    }

    @Test
    void aFaultOfOursTellsNothing() throws Exception {
        var answer = running.get("/fault");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("\"code\":\"internal\"").doesNotContain("secret", "Exception");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void anAnswerThatFailsInTheMiddleIsCut() {
        assertThatThrownBy(() -> running.get("/cut")).isInstanceOf(IOException.class);
    }

    @Test
    void anAnswerThatFailsEarlyIsAProblem() throws Exception {
        var answer = running.get("/early");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).startsWith("{\"type\"");
    }

    /// The idle time-out is for callers that do nothing, not for work that takes its time.
    @Test
    void workMayTakeLongerThanACallerMayBeIdle() throws Exception {
        assertThat(running.get("/slow").body()).isEqualTo("done");
    }

    @Test
    void nothingFitsIsToldWithWhatThereIs() throws Exception {
        var answer = running.get("/word/x", "Accept", "image/png");
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("\"available\"", "/word/x.ttl");
        assertThat(answer.headers().firstValue("Link").orElse("")).contains("</word/x.ttl>; rel=\"alternate\"");
    }

    @Test
    void aCopyOfTheSameStateIsGood() throws Exception {
        var first = running.get("/word/x", "Accept-Encoding", "gzip");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).matches("\"s42-test1-[0-9a-f]{16}-gz\"");
        assertThat(first.headers().firstValue("Content-Encoding")).contains("gzip");
        var second = running.get("/word/x", "If-None-Match", "\"other\", " + tag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.headers().firstValue("ETag")).contains(tag);
        assertThat(running.get("/word/x?page=2", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void longHeadersWorkAndTooLongOnesAreRefused() throws Exception {
        String accept = "text/turtle, " + "application/x-none;q=0.1, ".repeat(400) + "*/*;q=0.1";
        assertThat(running.get("/word/x", "Accept", accept).statusCode()).isEqualTo(200);
        assertThat(raw("GET /word/x HTTP/1.1\r\nX-Long: " + "a".repeat(20_000))).startsWith("HTTP/1.1 431");
    }

    private static String raw(String head) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), running.port())) {
            String request = head + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
