package de.stadtgraph.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// Queries that never end, grow, or are too much to parse: Q01–Q18.
final class QueryAttacks {
    private static final String TWO = "{ ?a ?b ?c . ?d ?e ?f }";
    private static final String THREE = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";

    private final Attacker attacker;

    QueryAttacks(Attacker attacker) {
        this.attacker = attacker;
    }

    Map<String, Callable<String>> cases() {
        Map<String, Callable<String>> cases = new TreeMap<>();
        cases.put("Q01", () -> attacker.bomb("SELECT (COUNT(*) AS ?n) " + THREE));
        cases.put("Q02", () -> attacker.bomb("SELECT * " + TWO + " ORDER BY ?f ?a"));
        cases.put("Q03", this::distinct);
        cases.put("Q04", () -> attacker.bomb("SELECT ?a ?d (COUNT(*) AS ?n) " + TWO + " GROUP BY ?a ?d"));
        cases.put("Q05", () -> attacker.bomb("SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?b), STR(?d))) AS ?x) " + TWO));
        cases.put("Q06", this::leave);
        cases.put("Q07", this::crossed);
        cases.put("Q08", this::paths);
        cases.put("Q09", this::expressions);
        cases.put("Q10", this::strings);
        cases.put("Q11", this::numbers);
        cases.put("Q12", this::nestings);
        cases.put("Q13", this::large);
        cases.put("Q14", this::descriptions);
        cases.put("Q15", this::functions);
        cases.put("Q16", this::polygon);
        cases.put("Q17", this::search);
        cases.put("Q18", this::many);
        return cases;
    }

    private String all(List<String> queries) throws IOException, InterruptedException {
        List<String> seen = new ArrayList<>();
        for (String query : queries) {
            seen.add(attacker.bomb(query));
        }
        return String.join("; ", seen);
    }

    private String distinct() throws IOException, InterruptedException {
        StringBuilder six = new StringBuilder("SELECT * {");
        for (int i = 0; i < 6; i++) {
            six.append(" { SELECT * { ?a" + i + " ?b" + i + " ?c" + i + " } }");
        }
        return all(List.of("SELECT DISTINCT ?a ?d " + TWO, six + " }"));
    }

    private String leave() throws IOException, InterruptedException {
        String id = "attacker-leaves-" + System.nanoTime();
        String path = "/sparql?format=tsv&query=" + URLEncoder.encode("SELECT * " + TWO, StandardCharsets.UTF_8);
        try (Socket socket = attacker.connect("GET " + path + " HTTP/1.1\r\nHost: x\r\nQuery-Id: " + id + "\r\n\r\n")) {
            assertThat(socket.getInputStream().readNBytes(1 << 20)).hasSize(1 << 20);
        }
        long begin = System.nanoTime();
        while (attacker.get("/sparql/running/" + id).body().contains("\"running\"")) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
            Thread.sleep(20);
        }
        return "ended " + (System.nanoTime() - begin) / 1_000_000 + " ms after";
    }

    private String crossed() throws IOException, InterruptedException {
        return all(List.of(
                "SELECT * { ?a ?b ?c OPTIONAL { ?d ?e ?f FILTER(STR(?a) = STR(?f)) } }",
                "SELECT * { ?a ?b ?c OPTIONAL { ?d " + Attacker.OURS + "number> ?f FILTER(STR(?a) = STR(?f)) } }",
                "SELECT * { ?a ?b ?c . ?d ?e ?f MINUS { ?a ?x ?f } }",
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c FILTER NOT EXISTS { ?d ?e ?f FILTER(STR(?f) = STRUUID()) } }",
                "SELECT * { ?a ?b ?c . ?d ?e ?f FILTER(?c = 1 && ?f = 2) }"));
    }

    private String paths() throws IOException, InterruptedException {
        return all(List.of(
                "SELECT (COUNT(*) AS ?n) { ?a (((!<x:q>)*)*/(^!<x:r>)*)* ?b }",
                "SELECT (COUNT(*) AS ?n) { ?a (<x:p>|!<x:q>)* ?b }"));
    }

    private String expressions() throws IOException, InterruptedException {
        return all(List.of(
                "SELECT (REGEX('" + "a".repeat(40) + "!', '^(a|aa)+$') AS ?x) {}",
                "SELECT (REGEX('" + "x".repeat(5_000) + "', '" + "(.*)".repeat(6) + "[^x]$') AS ?x) {}",
                "SELECT (REGEX('" + "x".repeat(2_000) + "', '^(x|y)*$') AS ?x) {}",
                "SELECT (REPLACE('" + "a".repeat(40) + "', '(a|a)*c', 'x') AS ?x) {}"));
    }

    private String strings() throws IOException, InterruptedException {
        StringBuilder doubled = new StringBuilder("SELECT (STRLEN(?x40) AS ?n) { BIND('0123456789abcdef' AS ?x0)");
        for (int i = 0; i < 40; i++) {
            doubled.append(" BIND(CONCAT(?x" + i + ", ?x" + i + ") AS ?x" + (i + 1) + ")");
        }
        String replaced = "'" + "a".repeat(200) + "'";
        for (int i = 0; i < 4; i++) {
            replaced = "REPLACE(" + replaced + ", 'a', '" + "a".repeat(300) + "')";
        }
        assertThat(attacker.query(doubled + " }").status()).isEqualTo(422);
        assertThat(attacker.query("SELECT (STRLEN(" + replaced + ") AS ?n) {}").status())
                .isEqualTo(422);
        return "422";
    }

    private String numbers() throws IOException, InterruptedException {
        StringBuilder squared = new StringBuilder("SELECT ?x18 { BIND(99999999999 AS ?x0)");
        for (int i = 0; i < 18; i++) {
            squared.append(" BIND(?x" + i + " * ?x" + i + " AS ?x" + (i + 1) + ")");
        }
        String digits = "9".repeat(30_000);
        List<Integer> seen = List.of(
                attacker.query(squared + " }").status(),
                attacker.query("SELECT (" + digits + " * " + digits + " AS ?x) {}")
                        .status(),
                attacker.query("SELECT (1e999999999 + 1 AS ?x) {}").status());
        assertThat(seen).isSubsetOf(400, 422);
        return seen.toString();
    }

    private String nestings() throws IOException, InterruptedException {
        List<String> texts = List.of(
                "SELECT * " + "{".repeat(5_000) + " ?a ?b ?c " + "}".repeat(5_000),
                "ASK { FILTER(" + "(".repeat(20_000) + "1" + ")".repeat(20_000) + ") }",
                "ASK { FILTER(" + "!".repeat(20_000) + "true) }",
                "ASK { FILTER(" + "- ".repeat(20_000) + "1 = 1) }",
                "ASK { ?a " + "(".repeat(10_000) + "<x:p>" + ")".repeat(10_000) + " ?b }",
                "ASK { " + "OPTIONAL { ".repeat(2_000) + "?a ?b ?c" + " }".repeat(2_000) + " }",
                "ASK { " + "{ SELECT * { ".repeat(2_000) + "?a ?b ?c" + " } }".repeat(2_000) + " }",
                "ASK { " + "FILTER NOT EXISTS { ".repeat(2_000) + "?a ?b ?c" + " }".repeat(2_000) + " }",
                "ASK { {}" + " UNION {}".repeat(20_000) + " }",
                "ASK { FILTER(1 = 1" + " || 1".repeat(50_000) + ") }",
                "ASK { FILTER(1 IN (" + "1,".repeat(50_000) + "1)) }");
        long slowest = 0;
        for (String text : texts) {
            slowest = Math.max(slowest, attacker.refused(text, 400, 413).millis());
            attacker.refused(text.substring(0, Math.min(text.length(), 60_000)), 400);
        }
        for (String body : List.of("[".repeat(100_000), "(".repeat(100_000), "{\"a\":".repeat(20_000))) {
            var request = HttpRequest.newBuilder(attacker.at("/validate"))
                    .header("Content-Type", body.startsWith("{") ? "application/ld+json" : "text/turtle")
                    .POST(BodyPublishers.ofString("<x:s> <x:p> " + body));
            assertThat(attacker.send(request).status()).isIn(400, 404, 413);
        }
        return "400, 413; slowest " + slowest + " ms";
    }

    private String large() throws IOException, InterruptedException {
        String rows = "SELECT * { VALUES ?x {" + " 1".repeat(1_000_000) + " } }";
        assertThat(attacker.query(rows).status()).isEqualTo(413);
        byte[] piece = ("#" + "x".repeat((1 << 20) - 2) + "\n").getBytes(StandardCharsets.US_ASCII);
        long begin = System.nanoTime();
        int[] left = {100};
        var request = HttpRequest.newBuilder(attacker.at("/sparql"))
                .header("Content-Type", "application/sparql-query")
                .POST(BodyPublishers.ofByteArrays(() -> new java.util.Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return left[0] > 0;
                    }

                    @Override
                    public byte[] next() {
                        left[0]--;
                        return piece;
                    }
                }));
        String seen;
        try {
            int status = attacker.send(request).status();
            assertThat(status).isEqualTo(413);
            seen = "413";
        } catch (IOException refused) {
            seen = "connection refused after the limit";
        }
        assertThat(left[0]).as("of 100 MB were left to send").isGreaterThan(0);
        return seen + ", " + (System.nanoTime() - begin) / 1_000_000 + " ms";
    }

    private String descriptions() throws IOException, InterruptedException {
        return all(List.of("DESCRIBE ?s { ?s a " + Attacker.OURS + "Thing1> }", "CONSTRUCT { ?a ?e ?f } " + TWO));
    }

    private String functions() throws IOException, InterruptedException {
        for (String call : List.of(
                "<http://jena.apache.org/ARQ/function#wait>(20000)",
                "<java:org.apache.jena.sparql.function.library.wait>(15000)",
                "<java:javax.swing.JFrame>(1)",
                "<http://jena.apache.org/ARQ/function#context>('x')",
                "<http://jena.apache.org/ARQ/js#toUpper>('x')",
                "<urn:unknown>(1)")) {
            attacker.refused("SELECT (" + call + " AS ?x) {}", 400);
        }
        attacker.refused("SELECT * { ?a ?b ?c CALL <urn:x>(1) }", 400);
        Attacker.Reply plain =
                attacker.query("SELECT * { ?a <java:org.apache.jena.sparql.pfunction.library.versionARQ> ?b }");
        assertThat(plain.status()).isEqualTo(200);
        assertThat(plain.body()).doesNotContain("5.6");
        return "400; a class name as a property is a plain property";
    }

    private String polygon() throws IOException, InterruptedException {
        String query = "SELECT (<http://www.opengis.net/def/function/geosparql/sfIntersects>("
                + "'POLYGON((" + "1 1,".repeat(200_000) + "1 1))'^^<http://www.opengis.net/ont/geosparql#wktLiteral>,"
                + "'POINT(1 1)'^^<http://www.opengis.net/ont/geosparql#wktLiteral>) AS ?x) {}";
        assertThat(attacker.query(query).status()).isEqualTo(413);
        Attacker.Reply reply = attacker.query(
                query, "Authorization", "Bearer " + attacker.server().token());
        assertThat(reply.status()).as(reply.body()).isIn(400, 422);
        return "413; with a token " + reply.status() + " " + reply.code();
    }

    private String search() throws IOException, InterruptedException {
        if (!attacker.has("/search?q=ding")) {
            return "not there yet";
        }
        for (String text : List.of(
                "*a",
                "a~9",
                "/.*.*/",
                "\"unbalanced",
                "((((",
                "a AND",
                "a^99999999",
                "[a TO z]",
                "{* TO *}",
                "field:x",
                "+ - && ||",
                "\\",
                "?".repeat(100),
                "a*b*c*",
                "a ".repeat(1_000),
                "\u0000",
                "ä".repeat(500),
                "NOT NOT",
                "a~0.1",
                "*:*")) {
            Attacker.Reply reply = attacker.get("/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
            assertThat(reply.status()).as(text + reply.body()).isIn(200, 400);
            assertThat(reply.millis()).as(text).isLessThan(3_000);
        }
        return "200 or 400";
    }

    private String many() throws Exception {
        Map<Integer, Integer> seen = new TreeMap<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> bombs = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String query = "SELECT (COUNT(*) AS ?n" + i + ") " + THREE;
                bombs.add(() -> attacker.query(query).status());
            }
            for (var bomb : pool.invokeAll(bombs)) {
                seen.merge(bomb.get(), 1, Integer::sum);
            }
        }
        assertThat(seen.keySet()).isSubsetOf(200, 422, 429, 503);
        return seen.toString();
    }
}
