package de.stadtgraph.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What leaves the process: named servers only, by name, bounded.
class OutboundClientTest {
    private final AtomicInteger hits = new AtomicInteger();
    private HttpServer other;
    private int port;

    @BeforeEach
    void start() throws IOException {
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        port = other.getAddress().getPort();
        other.createContext("/", exchange -> {
            hits.incrementAndGet();
            String path = exchange.getRequestURI().getPath();
            byte[] body = ("hello " + path
                            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            if (path.startsWith("/to/")) {
                exchange.getResponseHeaders()
                        .add("Location", exchange.getRequestURI().getQuery());
                exchange.sendResponseHeaders(302, -1);
            } else {
                byte[] sent = path.equals("/large") ? new byte[2_000] : body;
                exchange.sendResponseHeaders(200, sent.length);
                exchange.getResponseBody().write(sent);
            }
            exchange.close();
        });
        other.start();
    }

    @AfterEach
    void stop() {
        other.stop(0);
    }

    private OutboundRules rules(String... hosts) {
        return new OutboundRules(
                Set.copyOf(Arrays.asList(hosts)),
                Set.of("localhost"),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                1_000,
                "test");
    }

    private String text(OutboundClient client, String path) throws Exception {
        try (var answer = client.send(OutboundRequest.get(at(path), Map.of()))) {
            return answer.status() + " " + new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    @Test
    void aNamedServerIsAskedAndRedirectsAreFollowedThreeTimes() throws Exception {
        try (var client = new OutboundClient(rules("localhost:" + port))) {
            assertThat(text(client, "/x")).isEqualTo("200 hello /x");
            assertThat(text(client, "/to/1?/to/2?/to/3?/x")).isEqualTo("200 hello /x");
            assertThatThrownBy(() -> text(client, "/to/1?/to/1?/to/1?/to/1?/to/1?/x"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("redirects");
            try (var answer =
                    client.send(OutboundRequest.post(at("/p"), Map.of(), "!".getBytes(StandardCharsets.UTF_8)))) {
                assertThat(answer.body().readAllBytes())
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo("hello /p!");
            }
        }
    }

    @Test
    void anAnswerIsBounded() {
        try (var client = new OutboundClient(rules("localhost:" + port))) {
            assertThatThrownBy(() -> text(client, "/large"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("too long");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/x",
                "http://2130706433:%d/x",
                "http://0x7f000001:%d/x",
                "http://0177.0.0.1:%d/x",
                "http://127.1:%d/x",
                "http://[::1]:%d/x",
                "http://[::ffff:127.0.0.1]:%d/x",
                "http://user@localhost:%d/x",
                "http://localhost.:%d/x",
                "ftp://localhost:%d/x",
                "file:///etc/passwd?%d",
                "http://other.example:%d/x"
            })
    void nothingElseIsAsked(String form) {
        String target = form.formatted(port);
        URI uri = URI.create(target);
        String host = uri.getHost() == null ? "x" : uri.getHost();
        boolean listed = !host.equals("other.example");
        try (var client = new OutboundClient(
                listed ? rules("localhost:" + port, host + ":" + port) : rules("localhost:" + port))) {
            assertThatThrownBy(() -> client.send(OutboundRequest.get(uri, Map.of())))
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("not asked");
            String redirect = "http://localhost:" + port + "/to/1?" + target;
            assertThatThrownBy(() -> client.send(OutboundRequest.get(URI.create(redirect), Map.of())))
                    .isInstanceOf(ServerException.class);
        }
        assertThat(hits.get()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "ff02::1"
            })
    void addressesOfNeighboursAreNotPublic(String address) {
        assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "193.174.0.1", "100.128.0.1", "2a00:1450::1", "64:ff9b::808:808"})
    void addressesOfTheInternetArePublic(String address) {
        assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void aNameWithPrivateAddressesIsNotFound() {
        PublicResolver.allow(Set.of());
        assertThatThrownBy(() -> InetAddress.getAllByName("ip6-localhost"))
                .isInstanceOf(java.net.UnknownHostException.class);
    }
}
