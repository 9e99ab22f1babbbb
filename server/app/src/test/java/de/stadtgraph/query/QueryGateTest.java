package de.stadtgraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The gate against the attack list of the design (Q01–Q15, N01–N03), with a second instead of five.
class QueryGateTest {
    private static final Duration TIME = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofMillis(500);
    private static final String PRODUCT = "{ ?a ?b ?c . ?d ?e ?f }";
    private static final SmallState STATE = SmallState.of(25_000);
    private static final QueryGate GATE = gate();

    private static QueryGate gate() {
        var budget = new QueryBudget(TIME, 100_000, 8 << 20, 16 << 20, 100_000_000);
        return new QueryGate(
                QueryLimits.defaults(2).with(budget, budget.within(Duration.ofSeconds(3))), SmallState.BASE);
    }

    private static String run(String text) {
        return run(QueryRequest.of(text), "csv");
    }

    private static String run(QueryRequest request, String format) {
        PreparedQuery prepared = GATE.prepare(request);
        try (var out = new Spool(prepared.budget())) {
            GATE.run(prepared, newId(), STATE, Answers.to(out, format, prepared.kind()));
            try (var answer = out.read()) {
                return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static QueryRequest within(String text, Duration time) {
        return new QueryRequest(
                text, Optional.of(time), List.of(), List.of(), OptionalLong.empty(), OptionalLong.empty());
    }

    private static ErrorCode failure(String text) {
        return problem(text).code();
    }

    private static ServerException problem(String text) {
        long start = System.nanoTime();
        try {
            run(text);
        } catch (ServerException e) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIME.plus(GRACE));
            return e;
        }
        throw new AssertionError("answered: " + text);
    }

    private static void isBomb(String text) {
        long start = System.nanoTime();
        try {
            run(text);
        } catch (ServerException e) {
            assertThat(e.code()).isIn(ErrorCode.QUERY_TIMEOUT, ErrorCode.QUERY_OVER_BUDGET);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIME.plus(GRACE));
        assertThat(run("SELECT (1 AS ?x) {}")).isEqualTo("x\r\n1\r\n");
    }

    @Test
    void ordinaryQueriesGiveTheirAnswers() {
        assertThat(run("SELECT (COUNT(*) AS ?n) { ?s </p/type> </class/3> }")).isEqualTo("n\r\n3571\r\n");
        assertThat(run("SELECT ?l { </id/thing/2> </p/next>/</p/label> ?l }")).isEqualTo("l\r\nDing 3\r\n");
        assertThat(
                        run(
                                "SELECT ?c (COUNT(DISTINCT ?s) AS ?n) { ?s </p/type> ?c } GROUP BY ?c ORDER BY DESC(?n) ?c LIMIT 1"))
                .endsWith("class/0,3572\r\n");
        assertThat(run("SELECT (REPLACE('abab', '(a)', 'x$1') AS ?x) (REGEX('Ding', '^d', 'i') AS ?y) {}"))
                .endsWith("xabxab,true\r\n");
        assertThat(run("SELECT (GROUP_CONCAT(?x; separator='-') AS ?j) { VALUES ?x { 1 2 } }"))
                .isEqualTo("j\r\n1-2\r\n");
        assertThat(run("PREFIX math: <http://www.w3.org/2005/xpath-functions/math#> "
                        + "SELECT (math:pow(2, 10) AS ?x) (<http://www.w3.org/2001/XMLSchema#integer>('7') AS ?y) {}"))
                .endsWith("1024,7\r\n");
    }

    /// SPARQL 1.1, section 17.2: an error beside `true` in `||` is `true`.
    @ParameterizedTest
    @ValueSource(strings = {"YEAR", "MONTH", "DAY", "HOURS", "MINUTES", "SECONDS", "TIMEZONE", "TZ"})
    void aPartOfADateOfWhatIsNoDateIsAnErrorOfThatPartOnly(String part) {
        String filter = "FILTER(!(%s(?s) = 1) || BOUND(?s))".formatted(part);
        assertThat(run("SELECT (COUNT(*) AS ?n) { ?s </p/type> </class/3> " + filter + " }"))
                .isEqualTo("n\r\n3571\r\n");
        assertThat(run("SELECT ?x { </id/thing/2> </p/next> ?s BIND(%s(?s) AS ?x) }".formatted(part)))
                .isEqualTo("x\r\n\r\n");
        assertThat(run("SELECT ?s { ?s </p/label> 'Ding 2'@de FILTER EXISTS { ?s </p/next> ?t " + filter + " } }"))
                .contains("thing/2");
    }

    @ParameterizedTest(name = "Q01–Q07 {0}")
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
                "SELECT * " + PRODUCT + " ORDER BY ?f ?a",
                "SELECT DISTINCT ?a ?d " + PRODUCT,
                "SELECT * { {SELECT * {?a ?b ?c}} {SELECT * {?d ?e ?f}} {SELECT * {?g ?h ?i}} }",
                "SELECT ?a ?d (COUNT(*) AS ?n) " + PRODUCT + " GROUP BY ?a ?d",
                "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?b), STR(?d))) AS ?x) " + PRODUCT,
                "SELECT * " + PRODUCT,
                "SELECT * { ?a ?b ?c OPTIONAL { ?d ?e ?f FILTER(STR(?a) = STR(?f)) } }",
                "SELECT * { ?a ?b ?c . ?d ?e ?f MINUS { ?a ?x ?f } }",
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c FILTER NOT EXISTS { ?d ?e ?f FILTER(STR(?f) = STRUUID()) } }",
                "SELECT * { ?a ?b ?c . ?d ?e ?f FILTER(?c = 1 && ?f = 2) }",
            })
    void productsEnd(String text) {
        isBomb(text);
    }

    @Test
    void productsOfValuesEnd() {
        String rows = IntStream.range(0, 1_000).mapToObj(String::valueOf).reduce("", (a, b) -> a + " " + b);
        isBomb("SELECT (COUNT(*) AS ?n) { VALUES ?a {" + rows + "} VALUES ?b {" + rows + "} VALUES ?c {" + rows
                + "} FILTER(?a + ?b + ?c < 0) }");
    }

    @ParameterizedTest(name = "Q08 {0}")
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) { ?a (((!</x>)*)*/(^!</y>)*)* ?b }",
                "SELECT (COUNT(*) AS ?n) { ?a (</p/next>|!</x>)* ?b }",
                "SELECT (COUNT(*) AS ?n) { ?a !</x>/^!</x>/!</x>/^!</x>/!</x> ?b }",
                "SELECT (COUNT(*) AS ?n) { ?a </p/next>+ ?b }",
            })
    void pathsEnd(String text) {
        isBomb(text);
    }

    @Test
    void regularExpressionsEnd() {
        isBomb("SELECT (REGEX('" + "a".repeat(40) + "!', '^(a|aa)+$') AS ?x) {}");
        isBomb("SELECT (REGEX('" + "x".repeat(5000) + "', '(.*)(.*)(.*)(.*)(.*)(.*)[^x]$') AS ?x) {}");
        isBomb("SELECT (REGEX('" + "xy".repeat(30_000) + "', '^(x|y)*$') AS ?x) {}");
        isBomb("SELECT (REPLACE('" + "a".repeat(60) + "', '(a|a)*c', 'b') AS ?x) {}");
    }

    @Test
    void stringsAndNumbersStopGrowing() {
        var doubling = new StringBuilder("SELECT (STRLEN(?x40) AS ?n) { BIND('0123456789abcdef' AS ?x0) ");
        for (int i = 0; i < 40; i++) {
            doubling.append("BIND(CONCAT(?x" + i + ", ?x" + i + ") AS ?x" + (i + 1) + ") ");
        }
        assertThat(failure(doubling + "}")).isEqualTo(ErrorCode.QUERY_OVER_BUDGET);
        String thousand = "'" + "a".repeat(300) + "'";
        assertThat(failure("SELECT (STRLEN(REPLACE(REPLACE(REPLACE(REPLACE('" + "a".repeat(200) + "', 'a', " + thousand
                        + "), 'a', " + thousand + "), 'a', " + thousand + "), 'a', " + thousand + ")) AS ?n) {}"))
                .isEqualTo(ErrorCode.QUERY_OVER_BUDGET);
        var tower = new StringBuilder("SELECT ?x18 { BIND(99999999999 AS ?x0) ");
        for (int i = 0; i < 18; i++) {
            tower.append("BIND(?x" + i + " * ?x" + i + " AS ?x" + (i + 1) + ") ");
        }
        ServerException stopped = problem(tower + "}");
        assertThat(stopped.code()).isEqualTo(ErrorCode.QUERY_OVER_BUDGET);
        assertThat(stopped.members()).containsEntry("exceeded", "digits").containsEntry("limit", 1_000L);
        assertThat(failure("SELECT (" + "9".repeat(20_000) + " * 3 AS ?x) {}")).isEqualTo(ErrorCode.QUERY_TOO_COMPLEX);
        assertThat(failure("SELECT (1e999999999 + 1 AS ?x) {}")).isEqualTo(ErrorCode.QUERY_TOO_COMPLEX);
        assertThat(failure("SELECT (<http://www.w3.org/2005/xpath-functions/math#pow>(10, 99999999) AS ?x) {}"))
                .isEqualTo(ErrorCode.QUERY_OVER_BUDGET);
        assertThat(failure("SELECT (<http://www.w3.org/2001/XMLSchema#integer>('" + "9".repeat(5000) + "') AS ?x) {}"))
                .isEqualTo(ErrorCode.QUERY_OVER_BUDGET);
    }

    @Test
    void deepAndLongTextsAreRefusedBeforeTheParser() {
        List<String> texts = List.of(
                "SELECT * " + "{".repeat(5_000) + "}".repeat(5_000),
                "SELECT * { FILTER(" + "(".repeat(20_000) + "1" + ")".repeat(20_000) + ") }",
                "SELECT * { FILTER(" + "!".repeat(20_000) + "true) }",
                "SELECT * { FILTER(" + "- ".repeat(20_000) + "1) }",
                "SELECT * { ?a " + "(".repeat(10_000) + "</p>" + ")".repeat(10_000) + " ?b }",
                "SELECT * {" + " {} UNION".repeat(6_000) + " {} }",
                "SELECT * { ?a ?b ?c " + "OPTIONAL { ".repeat(2_000) + "}".repeat(2_000) + "}",
                "SELECT * " + "{ SELECT * ".repeat(2_000) + "{}" + "}".repeat(2_000),
                "SELECT * { FILTER(true" + " || true".repeat(6_000) + ") }",
                "SELECT * { " + "?a ?b ?c . ".repeat(201) + "}",
                "SELECT * { VALUES ?x {" + " 1".repeat(10_001) + "} }",
                "SELECT * { FILTER(?x IN (1" + ",1".repeat(10_001) + ")) }");
        for (String text : texts) {
            long start = System.nanoTime();
            assertThat(failure(text)).as(text.substring(0, 40)).isEqualTo(ErrorCode.QUERY_TOO_COMPLEX);
            assertThat(System.nanoTime() - start).isLessThan(100_000_000L * 3);
        }
        assertThat(failure("SELECT * {} #" + "x".repeat(70_000))).isEqualTo(ErrorCode.BODY_TOO_LARGE);
    }

    @Test
    void describeAndConstructEnd() {
        assertThat(run(QueryRequest.of("DESCRIBE </id/thing/1>"), "nt"))
                .contains("part of 1")
                .doesNotContain("Ding 2")
                .hasLineCount(5);
        assertThatThrownBy(() -> run(QueryRequest.of("CONSTRUCT { ?a </x> ?d } WHERE " + PRODUCT), "ttl"))
                .isInstanceOf(ServerException.class);
        assertThatThrownBy(() -> run(QueryRequest.of("DESCRIBE ?s { ?s ?p ?o }"), "nt"))
                .isInstanceOf(ServerException.class);
    }

    @ParameterizedTest(name = "Q15 {0}")
    @ValueSource(
            strings = {
                "http://jena.apache.org/ARQ/function#wait",
                "java:org.apache.jena.sparql.function.library.wait",
                "java:javax.swing.JFrame",
                "http://jena.apache.org/ARQ/function#context",
                "http://jena.apache.org/ARQ/jsFunction#f",
                "urn:unknown",
            })
    void unknownFunctionsAreRefused(String iri) {
        ServerException problem = problem("SELECT (<" + iri + ">(15000) AS ?x) {}");
        assertThat(problem.code()).isEqualTo(ErrorCode.FUNCTION_UNKNOWN);
        assertThat(problem.members()).containsEntry("function", iri);
    }

    @Test
    void aMistakeIsPlacedWhereItStands() {
        ServerException problem = problem("SELECT * {\n <urn:b1> <urn:p> }");
        assertThat(problem.detail().en()).startsWith("Line and column 2:19: ").endsWith("at line 2, column 19.");
        assertThat(problem.detail().de()).startsWith("Zeile und Spalte 2:19: ");
        assertThat(problem.members()).containsEntry("line", 2).containsEntry("column", 19);
    }

    @Test
    void aSearchOfTextsIsRefusedWhereThereIsNoIndexOfThem() {
        ServerException problem = problem("SELECT * { ?s <http://jena.apache.org/text#query> 'linde' }");
        assertThat(problem.code()).isEqualTo(ErrorCode.QUERY_SYNTAX);
        assertThat(problem.detail().en()).startsWith("text:query asks an index of what is published");
    }

    @Test
    void aFaultWithoutAPlaceNamesNone() {
        ServerException problem = problem("SELECT (YEAR(?d) AS ?y) (COUNT(*) AS ?n) { ?s ?p ?d } GROUP BY (YEAR(?d))");
        assertThat(problem.detail().en())
                .startsWith("In the query: Non-group key")
                .endsWith(".");
        assertThat(problem.detail().de())
                .startsWith("In der Anfrage: Non-group key")
                .endsWith(".");
    }

    @Test
    void extensionsOfTheSyntaxAreNotUnderstood() {
        assertThat(failure("SELECT * { ?s ?p ?o FILTER(CALL(?p)) }")).isEqualTo(ErrorCode.QUERY_SYNTAX);
        assertThat(failure("SELECT * { ?s ?p ?o LATERAL { ?s ?p ?x } }")).isEqualTo(ErrorCode.QUERY_SYNTAX);
        assertThat(run("SELECT ?o { 'a' <java:org.apache.jena.sparql.pfunction.library.splitIRI> ?o }"))
                .isEqualTo("o\r\n");
        ServerException prefix = problem("SELECT * {\n ?s skos:prefLabel ?o }");
        assertThat(prefix.members())
                .containsEntry("line", 2)
                .containsEntry("suggestion", "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>");
    }

    @Test
    void nothingIsEverFetched() throws Exception {
        var hits = new AtomicInteger();
        try (var listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                while (true) {
                    try (var _ = listener.accept()) {
                        hits.incrementAndGet();
                    } catch (java.io.IOException _) {
                        return;
                    }
                }
            });
            String there = "<http://127.0.0.1:" + listener.getLocalPort() + "/x>";
            for (String service : List.of(there, "SILENT " + there, "?s", "SILENT <file:///etc/passwd>")) {
                assertThat(failure("SELECT * { ?s ?p ?o SERVICE " + service + " { ?a ?b ?c } }"))
                        .isEqualTo(ErrorCode.SERVICE_NOT_ALLOWED);
            }
            assertThat(failure("LOAD " + there)).isEqualTo(ErrorCode.READ_ONLY);
            assertThat(run("SELECT * FROM " + there + " { ?s ?p ?o }")).isEqualTo("s,p,o\r\n");
            assertThat(run("SELECT * FROM <file:///etc/passwd> FROM NAMED " + there + " { GRAPH ?g { ?s ?p ?o } }"))
                    .isEqualTo("s,p,o,g\r\n");
            assertThat(run("SELECT (COUNT(*) AS ?n) FROM </graph/things> { ?s ?p ?o }"))
                    .isEqualTo("n\r\n100001\r\n");
            assertThat(hits).hasValue(0);
        }
    }

    @Test
    void aQueryIsCancelledByItsId() throws Exception {
        String id = newId();
        PreparedQuery slow =
                GATE.prepare(within("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }", Duration.ofSeconds(3)));
        var answer = CompletableFuture.runAsync(
                () -> GATE.run(slow, id, STATE, Answers.to(new ByteArrayOutputStream(), "csv", slow.kind())));
        Thread.sleep(200);
        assertThat(GATE.running().find(id).orElseThrow().status()).isEqualTo(RunningQueries.Status.RUNNING);
        assertThatThrownBy(() -> GATE.run(slow, id, STATE, Answers.to(new ByteArrayOutputStream(), "csv", slow.kind())))
                .isInstanceOfSatisfying(
                        ServerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.QUERY_ID_IN_USE));
        long start = System.nanoTime();
        assertThat(GATE.running().cancel(id)).isTrue();
        assertThatThrownBy(answer::join)
                .hasCauseInstanceOf(ServerException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ServerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.QUERY_CANCELLED));
        assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
        assertThat(GATE.running().find(id).orElseThrow().status()).isEqualTo(RunningQueries.Status.CANCELLED);
    }

    @Test
    void shortQueriesPassWhileBombsRun() {
        List<CompletableFuture<Void>> bombs = IntStream.range(0, 6)
                .mapToObj(_ -> CompletableFuture.runAsync(
                        () -> isOver("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }"), Thread::startVirtualThread))
                .toList();
        var times = new ArrayList<Long>();
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            assertThat(run("SELECT ?l { </id/thing/2> </p/label> ?l }")).endsWith("Ding 2\r\n");
            times.add(System.nanoTime() - start);
        }
        times.sort(null);
        assertThat(Duration.ofNanos(times.get(10))).as("median").isLessThan(Duration.ofMillis(300));
        bombs.forEach(CompletableFuture::join);
    }

    private static void isOver(String text) {
        try {
            run(text);
        } catch (ServerException e) {
            assertThat(e.code()).isIn(ErrorCode.QUERY_TIMEOUT, ErrorCode.OVERLOADED);
        }
    }

    @Test
    void theOuterSliceCutsRows() {
        var request = new QueryRequest(
                "SELECT ?s { ?s </p/type> </class/1> }",
                Optional.empty(),
                List.of(),
                List.of(),
                OptionalLong.of(5),
                OptionalLong.of(2));
        assertThat(run(request, "tsv")).hasLineCount(3);
    }

    @Test
    void layoutDoesNotChangeTheKey() {
        PreparedQuery one = GATE.prepare(QueryRequest.of("SELECT ?s { ?s ?p 1 }"));
        PreparedQuery same = GATE.prepare(QueryRequest.of("# note\nSELECT ?s WHERE { ?s ?p 1 . }"));
        PreparedQuery other = GATE.prepare(QueryRequest.of("SELECT ?s { ?s ?p 2 }"));
        assertThat(one.algebra()).isEqualTo(same.algebra()).isNotEqualTo(other.algebra());
        assertThat(one.deterministic()).isTrue();
        for (String function : List.of("NOW()", "RAND()", "UUID()", "STRUUID()", "BNODE()")) {
            assertThat(GATE.prepare(QueryRequest.of("SELECT (" + function + " AS ?x) {}"))
                            .deterministic())
                    .as(function)
                    .isFalse();
        }
        assertThatThrownBy(() -> GATE.prepare(within("ASK {}", Duration.ofSeconds(61))))
                .isInstanceOfSatisfying(
                        ServerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_ABOVE_CAP));
    }
}
