package de.stadtgraph.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;

/// Requests that make the server go out, wait, or misread: N01–N11.
final class NetworkAttacks {
    private final Attacker attacker;
    private final Path folder;
    private final int clients;

    /// @param clients slow clients at once: 500 senders in the full set-up
    NetworkAttacks(Attacker attacker, Path folder, int clients) {
        this.attacker = attacker;
        this.folder = folder;
        this.clients = clients;
    }

    Map<String, Callable<String>> cases() {
        Map<String, Callable<String>> cases = new TreeMap<>();
        cases.put("N01", this::service);
        cases.put("N02", this::nestedService);
        cases.put("N03", this::graphs);
        cases.put("N04", this::contexts);
        cases.put("N05", this::entities);
        cases.put("N06", this::inflated);
        cases.put("N07", this::hugeLiteral);
        cases.put("N08", this::halfPosts);
        cases.put("N09", this::stalledReaders);
        cases.put("N10", this::oddRequests);
        cases.put("N11", this::paths);
        return cases;
    }

    private String service() throws IOException, InterruptedException {
        try (Listeners listeners = new Listeners()) {
            for (String target : listeners.targets()) {
                for (String silent : List.of("", "SILENT ")) {
                    attacker.refused("SELECT * { SERVICE " + silent + "<" + target + "> { ?s ?p ?o } }", 403);
                }
            }
            attacker.refused("SELECT * { VALUES ?e { <http://127.0.0.1/> } SERVICE ?e { ?s ?p ?o } }", 403);
            assertThat(listeners.hits()).isZero();
        }
        return "403, 0 hits in 31 forms";
    }

    private String nestedService() throws IOException, InterruptedException {
        String here = "<" + attacker.at("/sparql") + ">";
        attacker.refused("ASK { SERVICE " + here + " { SERVICE " + here + " { ?s ?p ?o } } }", 403);
        return "403";
    }

    private String graphs() throws IOException, InterruptedException {
        try (Listeners listeners = new Listeners()) {
            for (String target : listeners.targets()) {
                assertThat(attacker.query("LOAD <" + target + ">").status()).isEqualTo(403);
                Attacker.Reply from = attacker.query("SELECT * FROM <" + target + "> { ?s ?p ?o }");
                assertThat(from.status()).as(from.body()).isIn(200, 400);
                assertThat(from.body()).doesNotContain("\"type\"").doesNotContain("root:");
                String named =
                        "/sparql?query=" + encoded("SELECT * { ?s ?p ?o }") + "&default-graph-uri=" + encoded(target);
                assertThat(attacker.get(named).body())
                        .doesNotContain("\"type\"")
                        .doesNotContain("root:");
            }
            assertThat(listeners.hits()).isZero();
        }
        return "403; empty graph; 0 hits";
    }

    private String contexts() throws IOException, InterruptedException {
        try (Listeners listeners = new Listeners()) {
            int number = 0;
            for (String target : listeners
                    .targets()
                    .subList(0, clients >= 500 ? listeners.targets().size() : 3)) {
                String json = "{\"@context\": \"" + target + "\", \"@id\": \"urn:x\", \"urn:p\": 1}";
                Path file = Files.writeString(folder.resolve("context" + number++ + ".jsonld"), json);
                assertThat(attacker.server().load(file)).isEqualTo(1);
                var request = HttpRequest.newBuilder(attacker.at("/validate"))
                        .header("Content-Type", "application/ld+json")
                        .POST(BodyPublishers.ofString(json));
                assertThat(attacker.send(request).status()).isIn(400, 404);
            }
            assertThat(listeners.hits()).isZero();
        }
        return "exit 1, 0 hits";
    }

    private String entities() throws IOException {
        StringBuilder lol = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 'lol'>");
        for (int i = 1; i < 30; i++) {
            lol.append("<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>");
        }
        try (Listeners listeners = new Listeners()) {
            String target = listeners.targets().getFirst();
            List<String> heads = List.of(
                    "<!DOCTYPE x [<!ENTITY a29 SYSTEM '" + target + "'>]>",
                    "<!DOCTYPE x [<!ENTITY a29 SYSTEM 'file:///etc/passwd'>]>",
                    "<!DOCTYPE x SYSTEM '" + target + "'>",
                    lol + "]>");
            for (String head : heads) {
                String rdf = "<?xml version='1.0'?>" + head
                        + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:e='urn:e#'>"
                        + "<rdf:Description rdf:about='urn:x'><e:p>&a29;</e:p></rdf:Description></rdf:RDF>";
                Path file = Files.writeString(folder.resolve("entity.rdf"), rdf);
                long begin = System.nanoTime();
                assertThat(attacker.server().load(file))
                        .as(head.substring(0, 30))
                        .isEqualTo(1);
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
            }
            assertThat(listeners.hits()).isZero();
        }
        return "refused, 0 hits";
    }

    private String inflated() throws IOException, InterruptedException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < clients; i++) {
                gzip.write(zeros);
            }
        }
        Attacker.Reply reply = attacker.send(HttpRequest.newBuilder(attacker.at("/sparql"))
                .header("Content-Type", "application/sparql-query")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray())));
        assertThat(reply.status()).isIn(413, 415);
        assertThat(reply.millis()).isLessThan(1_000);
        return reply.status() + ", " + reply.millis() + " ms";
    }

    private String hugeLiteral() throws IOException {
        String head = "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n";
        long begin = System.nanoTime();
        String line = attacker.raw(head + "Content-Length: 300000000\r\n\r\nASK { ?s ?p \"");
        assertThat(line).contains("413");
        return "413, " + (System.nanoTime() - begin) / 1_000_000 + " ms";
    }

    /// Half a body each, held open for a while; the ping rule is judged by the caller.
    private String halfPosts() throws IOException, InterruptedException {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < clients; i++) {
                open.add(attacker.connect(
                        "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
                                + "Content-Length: 1000\r\n\r\nASK {"));
            }
            Thread.sleep(3_000);
            assertThat(attacker.query("ASK {}").status()).isEqualTo(200);
        } finally {
            close(open);
        }
        return clients + " held open for 3 s";
    }

    private String stalledReaders() throws IOException, InterruptedException {
        String query = "CONSTRUCT WHERE { ?s ?p ?o }";
        int readers = clients * 2 / 5;
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < readers; i++) {
                String path = i % 2 == 0
                        ? "/graph/attack.nt"
                        : "/sparql?format=nt&query=" + encoded(query + " LIMIT " + (200_000 + i));
                open.add(attacker.connect(
                        "GET " + path + " HTTP/1.1\r\nHost: x\r\nAccept: application/n-triples\r\n\r\n"));
            }
            Thread.sleep(4_000);
            assertThat(attacker.query("ASK {}").status()).isEqualTo(200);
            Thread.sleep(clients >= 500 ? 26_000 : 0);
            return readers + " readers" + (clients >= 500 ? ", still whole after 30 s: " + whole(open) : "");
        } finally {
            close(open);
        }
    }

    /// How many of the stalled connections still deliver a whole answer; those that were cut do not.
    private static long whole(List<Socket> open) {
        long whole = open.stream().filter(NetworkAttacks::isWhole).count();
        assertThat(whole)
                .as("readers that were served whole though they did not read")
                .isZero();
        return whole;
    }

    private static boolean isWhole(Socket socket) {
        try (InputStream in = socket.getInputStream()) {
            String rest = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return rest.endsWith("0\r\n\r\n") || rest.endsWith("Stadtgraph-Complete: true\r\n\r\n");
        } catch (IOException cut) {
            return false;
        }
    }

    private static void close(List<Socket> open) throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    private String oddRequests() throws IOException {
        String get = "GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: x\r\n";
        String post = "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n";
        assertThat(attacker.raw(get + "X: " + "x".repeat(200_000) + "\r\n\r\n")).contains("431");
        assertThat(attacker.raw("TRACE / HTTP/1.1\r\nHost: x\r\n\r\n")).contains("405");
        assertThat(attacker.raw(post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
                .contains("400");
        assertThat(attacker.raw(post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nASK"))
                .contains("400");
        assertThat(attacker.raw(get + "X: a\r\n b\r\n\r\n")).contains("400");
        return "431, 405, 400, 400, 400";
    }

    private String paths() throws IOException {
        for (String path : List.of(
                "/../etc/passwd",
                "/static/../../etc/passwd",
                "/dump/%2e%2e/%2e%2e/etc/passwd",
                "/dump/..%5c..%5cx",
                "/static/x/%00",
                "/dump/attack/..%2f..%2fmanifest.json",
                "/query/%2e%2e/x",
                "/shapes/..;/x",
                "/dump/attack/1.nq.gz%00.sha256",
                "//etc/passwd",
                "/doc/thing/..",
                "/workspace/../accounts")) {
            String line = attacker.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(line).as(path).matches(".* (400|404)( .*)?");
        }
        return "400, 404";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
