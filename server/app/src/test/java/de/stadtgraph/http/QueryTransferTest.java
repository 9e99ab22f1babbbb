package de.stadtgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.http.sparql.SparqlRoutes;
import de.stadtgraph.query.QueryGate;
import de.stadtgraph.query.QueryLimits;
import de.stadtgraph.query.RunningQueries;
import de.stadtgraph.query.Spools;
import de.stadtgraph.query.stored.StoredQueries;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How answers travel: trailer, cut, cancel by leaving, packed, cached. Seen on the wire, through a plain socket.
@Timeout(60)
class QueryTransferTest {
    private static final String DIGITS = "{ VALUES ?a {0 1 2 3 4 5 6 7 8 9} VALUES ?b {0 1 2 3 4 5 6 7 8 9} "
            + "VALUES ?c {0 1 2 3 4 5 6 7 8 9} VALUES ?d {0 1 2 3 4 5 6 7 8 9} }";

    /// More than 2 MB: on its way before it is whole.
    private static final String LONG =
            "SELECT * " + DIGITS.replaceFirst(" }$", " BIND('" + "x".repeat(300) + "' AS ?pad) }");
    private static final String BOMB =
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p }";

    private static Running server;
    private static QueryGate gate;

    @BeforeAll
    static void start() throws IOException {
        var limits = QueryLimits.defaults(2);
        var small = new de.stadtgraph.query.QueryBudget(Duration.ofSeconds(3), 50_000, 8 << 20, 16 << 20, 100_000_000);
        gate = new QueryGate(limits.with(small, small.within(Duration.ofSeconds(20))), Fixture.IRIS.base());
        var transfer = new QueryTransfer(gate, Spools.defaults(), new ResultCache(1 << 20), HttpLimits.DEFAULT);
        server = new Running(front -> SparqlRoutes.of(front, gate, transfer, StoredQueries.none()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String request(String query, String... headers) {
        StringBuilder text = new StringBuilder("GET /sparql?query=")
                .append(URLEncoder.encode(query, StandardCharsets.UTF_8))
                .append("&format=tsv HTTP/1.1\r\nHost: localhost\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        return text.append("\r\n").toString();
    }

    private static Socket connect(String request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static byte[] exchange(String request) throws IOException {
        try (Socket socket = connect(request)) {
            return socket.getInputStream().readAllBytes();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void aLongAnswerEndsWithATrailerThatSaysComplete() throws Exception {
        String answer = text(exchange(request(LONG, "Connection: close")));
        String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
        assertThat(head).startsWith("HTTP/1.1 200").contains("Trailer: Stadtgraph-Complete");
        assertThat(head).doesNotContain("Content-Length").doesNotContain("Stadtgraph-Complete: true");
        assertThat(answer).endsWith("0\r\nStadtgraph-Complete: true\r\n\r\n");
        assertThat(answer.lines().filter(line -> line.startsWith("0\t0\t") || line.contains("xxx")))
                .hasSizeGreaterThan(9_900);
    }

    @Test
    void aShortAnswerHasItsLengthAndSaysCompleteInTheHead() throws Exception {
        String answer = text(exchange(request("SELECT (1 AS ?x) {}", "Connection: close")));
        assertThat(answer)
                .contains("Content-Length: 5", "Stadtgraph-Complete: true")
                .endsWith("?x\n1\n");
    }

    @Test
    void anAnswerThatFailsLaterIsCutAndNeverWellFormed() throws Exception {
        String tooLong = LONG.replaceFirst(" BIND", " VALUES ?e {0 1 2 3 4 5 6 7 8 9} BIND");
        for (String format : new String[] {"json", "xml", "csv", "tsv"}) {
            String request = request(tooLong, "Connection: close").replace("format=tsv", "format=" + format);
            String answer = text(exchange(request));
            assertThat(answer).startsWith("HTTP/1.1 200");
            assertThat(answer.length()).isGreaterThan(64 << 10);
            assertThat(answer).as(format).doesNotEndWith("0\r\n\r\n").doesNotContain("\r\nStadtgraph-Complete");
            assertThat(answer.stripTrailing()).doesNotEndWith("]}}").doesNotEndWith("</sparql>");
        }
    }

    @Test
    void aLongAnswerIsPackedOnWish() throws Exception {
        byte[] answer = exchange(request(LONG, "Accept-Encoding: gzip", "Connection: close"));
        assertThat(text(answer)).contains("Content-Encoding: gzip");
        assertThat(answer.length).isLessThan(200_000);
        byte[] body = unchunked(answer);
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
            assertThat(text(unpacked.readAllBytes()).lines()).hasSize(10_001);
        }
    }

    private static byte[] unchunked(byte[] answer) throws IOException {
        int at = new String(answer, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
        var body = new ByteArrayOutputStream();
        while (true) {
            int end = at;
            while (answer[end] != '\r') {
                end++;
            }
            int length = Integer.parseInt(new String(answer, at, end - at, StandardCharsets.US_ASCII), 16);
            if (length == 0) {
                return body.toByteArray();
            }
            body.write(answer, end + 2, length);
            at = end + 2 + length + 2;
        }
    }

    @Test
    void aClientThatLeavesEndsItsQuery() throws Exception {
        String id = "leaving-client-0001";
        Socket socket = connect(request(BOMB, "Query-Id: " + id).replace("format=tsv", "format=tsv&timeout=20"));
        await(id, RunningQueries.Status.RUNNING);
        long begin = System.nanoTime();
        socket.close();
        await(id, RunningQueries.Status.CANCELLED);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void theNextRequestOfAConnectionWaitsForTheFirst() throws Exception {
        String slow = request("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
        String quick = request("SELECT (7 AS ?seven) {}", "Connection: close");
        try (Socket socket = connect(slow)) {
            Thread.sleep(100);
            socket.getOutputStream().write(quick.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String both = text(in.readAllBytes());
            assertThat(both.split("HTTP/1.1 ", -1)).hasSize(3);
            assertThat(both).endsWith("?seven\n7\n");
        }
    }

    @Test
    void aConnectionStaysGoodAfterAQuery() throws Exception {
        try (Socket socket = connect(request("SELECT (1 AS ?x) {}"))) {
            Thread.sleep(300);
            socket.getOutputStream()
                    .write(request("SELECT (2 AS ?x) {}", "Connection: close").getBytes(StandardCharsets.US_ASCII));
            assertThat(text(socket.getInputStream().readAllBytes()).split("HTTP/1.1 200", -1))
                    .hasSize(3);
        }
    }

    @Test
    void aLimitThatLeavesRowsIsTold() throws Exception {
        String query = "SELECT ?a { VALUES ?a { 1 2 3 } }";
        String path = "/sparql?format=csv&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        var cut = server.get(path + "&limit=2");
        assertThat(cut.body()).isEqualTo("a\r\n1\r\n2\r\n");
        assertThat(cut.headers().firstValue("Stadtgraph-Complete")).contains("limit");
        assertThat(server.get(path + "&limit=3").headers().firstValue("Stadtgraph-Complete"))
                .contains("true");
        assertThat(server.get(path + "&limit=2&offset=2").body()).isEqualTo("a\r\n3\r\n");
    }

    @Test
    void theSameSlowQueryIsAnsweredFromMemory() throws Exception {
        String slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f "
                + "FILTER(REGEX(CONCAT(STR(?a), STR(?c), STR(?d), STR(?f)), '(x|y).*z.*q$')) }";
        String path = "/sparql?format=csv&query=" + URLEncoder.encode(slow, StandardCharsets.UTF_8);
        String first = server.get(path).body();
        String id = "cached-query-0000001";
        assertThat(server.get(path, "Query-Id", id).body()).isEqualTo(first);
        assertThat(gate.running().find(id)).isEmpty();
    }

    @Test
    void spreadsheetsGetWhatTheyCanRead() throws Exception {
        String query = "SELECT ?code ?n ?cell { VALUES (?code ?n ?cell) { ('007' 1.5 '=1+1') ('a;b' 2 '-x') } }";
        String path = "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        var csv = server.get(path + "&format=csv-excel");
        assertThat(csv.body()).isEqualTo("\ufeffcode;n;cell\r\n007;1,5;'=1+1\r\n\"a;b\";2;'-x\r\n");
        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(server.get(path + "&format=csv").body()).contains("007,1.5,=1+1");
        byte[] sheet =
                body(exchange("GET " + path + "&format=xlsx HTTP/1.1\r\nHost: x\r\n" + "Connection: close\r\n\r\n"));
        Path file = Files.write(Files.createTempFile("rows", ".xlsx"), sheet);
        StringBuilder cells = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                cells.append(text(zip.getInputStream(entry).readAllBytes()));
            }
        } finally {
            Files.delete(file);
        }
        assertThat(cells).contains("007", "=1+1", "state/42", "Quelle").doesNotContain("<f>");
    }

    private static byte[] body(byte[] answer) {
        int at = new String(answer, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
        return java.util.Arrays.copyOfRange(answer, at, answer.length);
    }

    @Test
    void geometriesBecomeFeatures() throws Exception {
        String query = "PREFIX geo: <http://www.opengis.net/ont/geosparql#> SELECT ?name ?wkt { VALUES (?name ?wkt) { "
                + "('p' 'POINT(11.58 50.92)'^^geo:wktLiteral) "
                + "('a' 'POLYGON((0 0, 1 0, 1 1, 0 0),(0.1 0.1, 0.2 0.1, 0.2 0.2, 0.1 0.1))'^^geo:wktLiteral) "
                + "('m' 'MULTIPOINT((1 2), (3 4))'^^geo:wktLiteral) ('bad' 'POINT(evil'^^geo:wktLiteral) } }";
        String path = "/sparql?format=geojson&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        var answer = server.get(path);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/geo+json");
        assertThat(answer.body().replace("\n", ""))
                .contains("{\"type\":\"Point\",\"coordinates\":[11.58,50.92]},\"properties\":{\"name\":\"p\"}")
                .contains("\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]],[[0.1,0.1]")
                .contains("\"MultiPoint\",\"coordinates\":[[1,2],[3,4]]")
                .contains("\"geometry\":null,\"properties\":{\"name\":\"bad\"}");
    }

    private static void await(String id, RunningQueries.Status status) throws InterruptedException {
        for (int i = 0; i < 150; i++) {
            if (gate.running()
                    .find(id)
                    .filter(shown -> shown.status() == status)
                    .isPresent()) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError(
                id + " is not " + status + " but " + gate.running().find(id));
    }
}
