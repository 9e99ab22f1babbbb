package de.stadtgraph.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/// Values that try to become markup, links, headers or formulas: W01–W07.
final class PageAttacks {
    private static final Pattern OWN_HREF = Pattern.compile("(?i)(href|src|action)=\"(javascript|data|vbscript):");

    private final Attacker attacker;

    PageAttacks(Attacker attacker) {
        this.attacker = attacker;
    }

    Map<String, Callable<String>> cases() {
        Map<String, Callable<String>> cases = new TreeMap<>();
        cases.put("W01", this::markup);
        cases.put("W02", this::links);
        cases.put("W03", this::headers);
        cases.put("W04", this::otherSites);
        cases.put("W05", this::parameters);
        cases.put("W06", this::formulas);
        cases.put("W07", this::caches);
        return cases;
    }

    /// No payload appears as it was sent on any page: of things, tables, errors, near matches.
    private String markup() throws IOException, InterruptedException {
        int pages = 0;
        for (int i = 0; i < Hostile.PAYLOADS.size(); i++) {
            String payload = Hostile.PAYLOADS.get(i);
            String text = "'''" + payload.replace("\\", "\\\\").replace("'", "\\'") + "'''";
            List<String> paths = List.of(
                    "/doc/hostile/" + i,
                    "/sparql?query=" + encoded("SELECT (" + text + " AS ?x) {}"),
                    "/sparql?query=" + encoded("SELECT broken " + payload),
                    "/sparql?query=" + encoded("CONSTRUCT { <urn:a> <urn:b> " + text + " } {}"),
                    "/doc/hostile/x?lang=" + encoded(payload),
                    "/search?q=" + encoded(payload),
                    "/problem/" + encoded(payload).replace("+", "%20").replaceAll("(?i)%2f|%5c", "x"));
            for (String path : paths) {
                Attacker.Reply page = attacker.get(path, "Accept", "text/html");
                boolean dangerous = payload.contains("<");
                if (dangerous) {
                    assertThat(page.body()).as(path).doesNotContain(payload);
                }
                assertThat(page.body()).as(path).doesNotContain("1001000").doesNotContain("<script>alert");
                pages++;
            }
        }
        return pages + " pages, no payload as markup";
    }

    private String links() throws IOException, InterruptedException {
        String query = "SELECT ?x { VALUES ?x { <javascript:alert(1)> <data:text/html,x> <vbscript:x> } }";
        for (String path : List.of("/doc/hostile/1", "/sparql?query=" + encoded(query))) {
            Attacker.Reply page = attacker.get(path, "Accept", "text/html");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).contains("javascript:alert(1)");
            assertThat(OWN_HREF.matcher(page.body()).find()).as(path).isFalse();
        }
        return "no link";
    }

    private String headers() throws IOException {
        for (String path : List.of(
                "/id/thing/1%0d%0aSet-Cookie:%20x=1",
                "/id/thing/7?lang=de%0d%0aX-Evil:%201",
                "//evil.example/x",
                "/%5cevil.example",
                "/\\evil.example",
                "/id/thing/7/",
                "/sparql?format=%0d%0aX-Evil:1&query=ASK%7B%7D",
                "/id/thing/7?format=ttl%0d%0aX-Evil:1",
                "/doc/thing/7?inverse=%0d%0aX-Evil:1")) {
            String answer;
            try (var socket = attacker.connect(
                    "GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                            + "Query-Id: 0123456789abcdef\r\nConnection: close\r\n\r\n")) {
                answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
            String head = answer.split("\r\n\r\n", 2)[0];
            assertThat(head.lines())
                    .as(path)
                    .noneMatch(line -> line.startsWith("X-Evil") || line.startsWith("Set-Cookie"));
            assertThat(head).as(path).doesNotContain("evil.example");
            assertThat(head.lines().filter(line -> line.startsWith("Location:")))
                    .allMatch(line -> line.matches("Location: /[^/].*"));
        }
        return "no foreign Location, no new header";
    }

    private String otherSites() throws IOException, InterruptedException {
        for (String type : List.of("application/x-www-form-urlencoded", "text/plain")) {
            var request = HttpRequest.newBuilder(attacker.at("/workshop/sign-in"))
                    .header("Content-Type", type)
                    .header("Origin", "https://evil.example")
                    .POST(BodyPublishers.ofString("token=" + attacker.server().token()));
            assertThat(attacker.send(request).status()).isEqualTo(403);
        }
        var preflight = HttpRequest.newBuilder(attacker.at("/workshop/sign-out"))
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody());
        assertThat(attacker.send(preflight).status()).isEqualTo(403);
        return "403";
    }

    private String parameters() throws IOException, InterruptedException {
        Attacker.Reply list = attacker.get("/query", "Accept", "application/json");
        return list.status() == 404 ? "not there yet" : "judged by the test of stored queries";
    }

    private String formulas() throws IOException, InterruptedException {
        List<String> cells =
                List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|'/C calc'!A0", "=HYPERLINK(1)");
        List<String> terms = new ArrayList<>();
        cells.forEach(cell -> terms.add("\"" + cell.replace("\t", "\\t").replace("\r", "\\r") + "\""));
        String path = "/sparql?query=" + encoded("SELECT ?x { VALUES ?x { " + String.join(" ", terms) + " } }");
        String exact = attacker.get(path + "&format=csv").body();
        String excel = attacker.get(path + "&format=csv-excel").body();
        for (String cell : cells) {
            assertThat(exact).contains(cell).doesNotContain("'" + cell);
            assertThat(excel).contains("'" + cell);
        }
        return "exact; quoted";
    }

    /// Bodies differ as the requests do, and a cache told the truth by Vary and ETag.
    private String caches() throws IOException, InterruptedException {
        String slow = "SELECT (COUNT(*) AS ?n) { ?s " + Attacker.OURS + "number> ?x FILTER(STRLEN(STR(?x)) > 2) }";
        String path = "/sparql?query=" + encoded(slow);
        String json =
                attacker.get(path, "Accept", "application/sparql-results+json").body();
        for (int round = 0; round < 2; round++) {
            assertThat(attacker.get(path, "Accept", "application/sparql-results+json")
                            .body())
                    .isEqualTo(json);
            assertThat(attacker.get(path, "Accept", "text/csv").body()).startsWith("n\r\n");
            assertThat(attacker.get(path, "Accept", "application/sparql-results+xml")
                            .body())
                    .startsWith("<?xml");
            assertThat(attacker.get(path + "&evil=1", "Accept", "application/sparql-results+json")
                            .body())
                    .isEqualTo(json);
            assertThat(attacker.get(path + "&default-graph-uri=urn:none", "Accept", "text/csv")
                            .body())
                    .contains("\n0");
            assertThat(attacker.get("/doc/thing/7?lang=de", "Accept", "text/html")
                            .body())
                    .contains("lang=\"de\"");
            assertThat(attacker.get("/doc/thing/7?lang=en", "Accept", "text/html")
                            .body())
                    .contains("lang=\"en\"");
            assertThat(attacker.get("/doc/thing/7", "Accept", "text/turtle").body())
                    .doesNotContain("<html");
        }
        return "each its own body";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
