package de.stadtgraph.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import de.stadtgraph.DraftServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.modify.UpdateEngineRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an editor, or who has an editor's token, may try with a draft.
class HostileDraftsTest {
    private static final String SEED = "INSERT DATA { <urn:a> <urn:p> 1 , 2 . <urn:b> <urn:p> 3 }";

    @TempDir
    static Path data;

    private static DraftServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new DraftServer(data);
        server.make("d");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void seed() throws Exception {
        assertThat(server.update("d", "CLEAR ALL ; " + SEED).statusCode()).isEqualTo(204);
    }

    private static void assertUnchanged() throws Exception {
        assertThat(server.size("d")).isEqualTo(3);
    }

    @Test
    void loadAndServiceReachNothing() throws Exception {
        try (var listeners = new Listeners()) {
            for (String target : listeners.targets()) {
                for (String update : List.of(
                        "LOAD <%s>",
                        "LOAD SILENT <%s> INTO GRAPH <urn:g>",
                        SEED + " ; LOAD <%s>",
                        "INSERT { ?s ?p ?o } WHERE { SERVICE <%s> { ?s ?p ?o } }",
                        "INSERT { ?s ?p ?o } WHERE { SERVICE SILENT <%s> { ?s ?p ?o } }",
                        "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o FILTER EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
                        "INSERT { ?s ?p ?o } USING <%s> WHERE { ?s ?p ?o }")) {
                    HttpResponse<String> answer = server.update("d", update.formatted(target));
                    assertThat(answer.statusCode()).as(update + target).isIn(400, 403, 204);
                    if (answer.statusCode() == 204) {
                        assertThat(update).contains("USING");
                    }
                    assertUnchanged();
                }
                server.query("d", "SELECT * FROM <" + target + "> { ?s ?p ?o }");
                assertThat(server.query("d", "SELECT * { SERVICE <" + target + "> { ?s ?p ?o } }")
                                .statusCode())
                        .isIn(400, 403);
            }
            assertThat(listeners.hits()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?s <http://jena.apache.org/text#query> \"Linde\"",
                "?s <http://jena.apache.org/spatial#nearby> (50.93 11.58 1)",
                "?s ?p ?o FILTER NOT EXISTS { ?s <http://jena.apache.org/text#query> \"Linde\" }"
            })
    void aPropertyThatAnIndexAnswersIsRefusedAndNotSilentlyEmpty(String pattern) throws Exception {
        assertThat(server.query("d", "SELECT * { " + pattern + " }").body()).contains("ein Entwurf hat keinen");
        assertThat(server.update("d", "DELETE { ?s <urn:p> <urn:o> } WHERE { " + pattern + " }")
                        .body())
                .contains("ein Entwurf hat keinen");
        assertUnchanged();
    }

    @Test
    void aBodyReachesNothing() throws Exception {
        try (var listeners = new Listeners()) {
            for (String target : listeners.targets()) {
                String entity = "<!DOCTYPE r [<!ENTITY e SYSTEM \"" + target + "\">]><rdf:RDF xmlns:rdf="
                        + "\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"urn:x\">"
                        + "<p xmlns=\"urn:\">&e;</p></rdf:Description></rdf:RDF>";
                String context = "{\"@context\":\"" + target + "\",\"@id\":\"urn:x\",\"urn:p\":1}";
                for (String[] body :
                        new String[][] {{entity, "application/rdf+xml"}, {context, "application/ld+json"}}) {
                    assertThat(server.sendAsEditor("POST", "/workspace/d/data?default", body[0], body[1])
                                    .statusCode())
                            .as(body[0])
                            .isEqualTo(400);
                }
            }
            assertThat(listeners.hits()).isZero();
        }
        assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<java:org.apache.jena.sparql.function.library.wait>(15000)",
                "<http://jena.apache.org/ARQ/function#wait>(20000)",
                "<java:javax.swing.JFrame>(1)",
                "<http://jena.apache.org/ARQ/js#f>(1)",
                "<urn:no:such:function>(1)"
            })
    void aFunctionThatIsNotOnTheListIsRefusedAtOnce(String call) throws Exception {
        for (String update : List.of(
                "INSERT { <urn:x> <urn:p> ?v } WHERE { BIND(" + call + " AS ?v) }",
                "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(" + call + ") }",
                "INSERT { <urn:x> <urn:p> ?v } WHERE { { SELECT (" + call + " AS ?v) {} } }")) {
            long begin = System.nanoTime();
            HttpResponse<String> answer = server.update("d", update);
            assertThat(answer.body()).as(update).contains("\"function-unknown\"");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        }
        assertUnchanged();
    }

    @Test
    void anUpdateWithoutEndIsStoppedAndTakesNothingWithIt() throws Exception {
        StringBuilder many = new StringBuilder("INSERT DATA {");
        for (int i = 0; i < 2_000; i++) {
            many.append(" <urn:s").append(i).append("> <urn:q> ").append(i).append(" .");
        }
        assertThat(server.update("d", many + "}").statusCode()).isEqualTo(204);
        long before = server.size("d");
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        for (String update : List.of(
                "INSERT { ?a <urn:x> ?f } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c + ?f + ?i = -9) }",
                "DELETE { ?a ?b ?c } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STR(?c) = CONCAT(STR(?f), STR(?i))) }",
                "INSERT { ?a <urn:x> ?i } WHERE { ?a <urn:q> ?c . ?d <urn:q> ?f . ?g <urn:q> ?i }",
                "INSERT { ?a <urn:x> [ <urn:y> ?f ] } WHERE { ?a <urn:q> ?c . ?d <urn:q> ?f }",
                "INSERT { <urn:x> <urn:y> ?r } WHERE { BIND(REGEX(\"" + "x".repeat(5_000)
                        + "\", \"(.*)(.*)(.*)(.*)(.*)(.*)[^x]$\") AS ?r) }")) {
            long begin = System.nanoTime();
            HttpResponse<String> answer = server.update("d", update);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            assertThat(answer.body()).as(update).containsAnyOf("\"query-timeout\"", "\"query-over-budget\"");
            assertThat(took).as(update).isLessThan(Duration.ofMillis(5_900));
            assertThat(isQuiet(system)).as("the work has ended").isTrue();
            assertThat(server.size("d")).isEqualTo(before);
        }
    }

    /// Whether the process rests for a moment within two seconds; what compiles beside it may take a while.
    private static boolean isQuiet(OperatingSystemMXBean system) throws InterruptedException {
        for (int look = 0; look < 7; look++) {
            long busy = system.getProcessCpuTime();
            Thread.sleep(300);
            if (system.getProcessCpuTime() - busy < 250_000_000L) {
                return true;
            }
        }
        return false;
    }

    @Test
    void anUpdateIsCancelledByItsIdAndChangesNothing() throws Exception {
        String id = "draft-update-cancelled";
        StringBuilder crossed = new StringBuilder("INSERT { <urn:x> <urn:y> ?ya } WHERE {");
        for (char name = 'a'; name <= 'y'; name++) {
            crossed.append(" ?x")
                    .append(name)
                    .append(" <urn:p> ?y")
                    .append(name)
                    .append(" .");
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running =
                    threads.submit(() -> server.update("d", crossed + " FILTER(?ya + ?yy = -1) }", "Query-Id", id));
            int cancelled = 404;
            for (int i = 0; i < 200 && cancelled == 404; i++) {
                Thread.sleep(10);
                cancelled = server.sendAsEditor("DELETE", "/sparql/running/" + id, "", "text/plain")
                        .statusCode();
            }
            assertThat(cancelled).isEqualTo(204);
            assertThat(running.get().body()).contains("\"query-cancelled\"");
        }
        assertUnchanged();
    }

    @Test
    void aDraftTakesNoTenMillionRows() throws Exception {
        StringBuilder ten = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            ten.append(" \"").append(i).append('"');
        }
        StringBuilder crossed = new StringBuilder("INSERT { ?s <urn:p> ?o } WHERE {");
        for (int i = 0; i < 7; i++) {
            crossed.append(" VALUES ?v").append(i).append(" {").append(ten).append(" }");
        }
        String update = crossed
                + " BIND(CONCAT(?v0, ?v1, ?v2, ?v3, ?v4, ?v5, ?v6) AS ?o) BIND(IRI(CONCAT(\"urn:\", ?o)) AS ?s) }";
        HttpResponse<String> answer = server.update("d", update);
        assertThat(answer.body()).containsAnyOf("\"query-timeout\"", "\"query-over-budget\"");
        assertUnchanged();
    }

    @Test
    void textsThatAreTooLongOrTooDeepAreRefusedAtOnce() throws Exception {
        for (String update : List.of(
                "INSERT { ?s ?p ?o } WHERE " + "{".repeat(5_000) + " ?s ?p ?o " + "}".repeat(5_000),
                "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(" + "(".repeat(20_000) + "1" + ")".repeat(20_000) + ") }",
                "INSERT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(" + "!".repeat(20_000) + "true) }",
                "INSERT DATA { <urn:x> <urn:p> \"" + "x".repeat((1 << 20) + 10) + "\" }",
                "DELETE WHERE {" + " ?s ?p ?o .".repeat(201) + "}")) {
            HttpResponse<String> answer = server.update("d", update);
            assertThat(answer.statusCode()).as(answer.body()).isIn(400, 413);
            assertThat(answer.body()).containsAnyOf("\"query-too-complex\"", "\"body-too-large\"");
        }
        String deep = "<urn:s> <urn:p> " + "[ <urn:p> ".repeat(90_000) + "1" + "]".repeat(90_000) + " .";
        assertThat(server.sendAsEditor("PUT", "/workspace/d/data?default", deep, "text/turtle")
                        .body())
                .contains("\"rdf-syntax\"");
        assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT DATA { <urn:x> <urn:y> <urn:a b> }",
                "INSERT { <urn:x> <urn:y> ?i } WHERE { BIND(IRI(\"urn:a> . <urn:evil\") AS ?i) }",
                "INSERT { <urn:x> <urn:y> ?i } WHERE { BIND(IRI(\"urn:a\\nb\") AS ?i) }"
            })
    void aTermThatIsNoRdfNeverReachesTheDisk(String update) throws Exception {
        // The engine may leave such a value unbound, so that there is nothing to insert.
        HttpResponse<String> answer = server.update("d", update);
        assertThat(answer.statusCode()).as(answer.body()).isIn(204, 400);
        assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../d", "%2e%2e", "%2e%2e%2fd", "d%00", "d%5c..", "D", "d.made", "%C3%A4", "a b"})
    void noNameIsAPath(String name) throws Exception {
        String address = "/workspace/" + name.replace(" ", "%20");
        for (String method : List.of("PUT", "GET", "DELETE")) {
            assertThat(status(method, address)).as(method + " " + name).isIn(400, 404);
        }
        try (Stream<Path> drafts = Files.list(data.resolve("workspace/datasets"))) {
            assertThat(drafts.map(each -> each.getFileName().toString())).containsExactly("d");
        }
        assertUnchanged();
    }

    /// The server may close a connection that brought a wrong address, which a client notices at its next request.
    private static int status(String method, String address) throws Exception {
        try {
            return server.sendAsEditor(method, address, "", "text/turtle").statusCode();
        } catch (IOException _) {
            return server.sendAsEditor(method, address, "", "text/turtle").statusCode();
        }
    }

    @Test
    void nothingOfADraftIsPublicAndTheEnginesOfThePublicEndpointAreTheSame() throws Exception {
        var functions = new TreeSet<String>();
        FunctionRegistry.get().keys().forEachRemaining(functions::add);
        var properties = new TreeSet<String>();
        PropertyFunctionRegistry.get().keys().forEachRemaining(properties::add);
        int engines = QueryEngineRegistry.get().factories().size();
        int updates = UpdateEngineRegistry.get().factories().size();
        String context = ARQ.getContext().toString();

        server.update("d", "INSERT DATA { GRAPH <urn:canary> { <urn:canary> <urn:p> \"CANARY\" } }");
        assertThat(server.query("d", "SELECT * { GRAPH ?g { ?s ?p ?o } }").body())
                .contains("CANARY");

        FunctionRegistry.get()
                .keys()
                .forEachRemaining(key -> assertThat(functions).contains(key));
        PropertyFunctionRegistry.get()
                .keys()
                .forEachRemaining(key -> assertThat(properties).contains(key));
        assertThat(QueryEngineRegistry.get().factories()).hasSize(engines);
        assertThat(UpdateEngineRegistry.get().factories()).hasSize(updates);
        assertThat(ARQ.getContext().toString()).isEqualTo(context);
        for (String path : List.of(
                "/sparql?query=SELECT%20*%20%7B%20%3Furn%20%3Fp%20%3Fo%20%7D",
                "/sparql?query=SELECT%20*%20%7B%20GRAPH%20%3Curn:canary%3E%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D%20%7D",
                "/search?q=canary&format=json",
                "/resource?iri=urn:canary",
                "/openapi.json",
                "/catalog")) {
            assertThat(server.sendAsStranger(path).body()).as(path).doesNotContain("CANARY", "/workspace");
        }
        HttpResponse<String> update = server.updatePublicly("INSERT DATA { <urn:a> <urn:b> 1 }");
        assertThat(update.statusCode()).isEqualTo(403);
    }
}
