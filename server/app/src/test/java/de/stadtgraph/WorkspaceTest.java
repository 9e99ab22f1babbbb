package de.stadtgraph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Draft datasets from making one to publishing it, on a whole server.
class WorkspaceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIXES =
            "PREFIX : <https://data.jena.de/id/bench/> PREFIX rdfs:" + " <http://www.w3.org/2000/01/rdf-schema#> ";

    @TempDir
    private Path data = Path.of("");

    @Test
    void aDraftIsUpdatedAndQueriedAndSurvivesARestart() throws Exception {
        try (var server = new DraftServer(data)) {
            server.make("benches");
            assertThat(server.update(
                                    "benches",
                                    PREFIXES + "INSERT DATA { :1 rdfs:label \"Bank\"@de , \"a \\n\\\"b\\\"\" . GRAPH :g"
                                            + " { :2 :near _:x . _:x :near :1 } }")
                            .statusCode())
                    .isEqualTo(204);
            assertThat(server.update(
                                    "benches",
                                    PREFIXES + "DELETE { ?s rdfs:label ?l } INSERT { ?s rdfs:label"
                                            + " \"Parkbank\"@de } WHERE { ?s rdfs:label ?l FILTER(LANG(?l) = \"de\") }")
                            .statusCode())
                    .isEqualTo(204);
            assertThat(server.size("benches")).isEqualTo(4);
        }
        try (var server = new DraftServer(data)) {
            assertThat(server.query("benches", PREFIXES + "SELECT ?l { :1 rdfs:label ?l } ORDER BY ?l")
                            .body())
                    .contains("Parkbank", "a \n\"\"b\"\"")
                    .doesNotContain("Bank\r\n" + "x");
            assertThat(server.query("benches", PREFIXES + "ASK { GRAPH :g { :2 :near ?x . ?x :near :1 } }")
                            .body())
                    .contains("true");
            JsonNode shown = JSON.readTree(server.send(server.editor(), "GET", "/workspace/benches", "")
                    .body());
            assertThat(shown.path("quads").asLong()).isEqualTo(4);
            assertThat(shown.path("owner").asText()).isEqualTo("redaktion");
            assertThat(server.send(server.editor(), "DELETE", "/workspace/benches", "")
                            .statusCode())
                    .isEqualTo(204);
            assertThat(server.send(server.editor(), "GET", "/workspace/benches", "")
                            .statusCode())
                    .isEqualTo(404);
            try (Stream<Path> left = Files.list(data.resolve("workspace/datasets"))) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void aDraftIsThereForItsOwnerAndForStewardsOnly() throws Exception {
        try (var server = new DraftServer(data)) {
            server.make("mine");
            server.update("mine", PREFIXES + "INSERT DATA { :1 :near :2 }");
            for (String path : List.of("", "/sparql?query=ASK%7B%7D", "/data?default", "/candidate")) {
                String address = "/workspace/mine" + path;
                assertThat(server.send("", "GET", address, "").statusCode())
                        .as(path)
                        .isEqualTo(401);
                HttpResponse<String> answer = server.send(server.other(), "GET", address, "");
                assertThat(answer.statusCode()).as(path).isEqualTo(404);
                assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
                assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
            }
            String drop = "DROP ALL";
            String update = "application/sparql-update";
            assertThat(server.send(server.other(), "POST", "/workspace/mine/sparql", drop, "Content-Type", update)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(server.send(server.steward(), "POST", "/workspace/mine/sparql", drop, "Content-Type", update)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(server.send(server.steward(), "DELETE", "/workspace/mine/data?default", "")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(server.send(server.other(), "DELETE", "/workspace/mine", "")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(server.send(server.steward(), "GET", "/workspace/mine/data?default", "")
                            .body())
                    .contains("near");
            assertThat(server.send(server.steward(), "GET", "/workspace", "").body())
                    .contains("\"mine\"");
            assertThat(server.send(server.other(), "GET", "/workspace", "").body())
                    .doesNotContain("mine");
            assertThat(server.send(server.other(), "PUT", "/workspace/mine", "").body())
                    .contains("\"name-taken\"");
            assertThat(server.size("mine")).isEqualTo(1);
        }
    }

    @Test
    void aDraftBecomesACandidateAndARelease() throws Exception {
        try (var server = new DraftServer(data)) {
            server.make("benches");
            server.update("benches", PREFIXES + "INSERT DATA { GRAPH :g { :1 rdfs:label \"Bank\"@de } }");
            String graph = "\"graph\":\"https://data.jena.de/id/bench/g\"";
            String wish = "{\"dataset\":\"drafts\"," + graph + "}";

            assertThat(server.send(server.editor(), "POST", "/workspace/benches/candidate", wish)
                            .statusCode())
                    .isEqualTo(403);
            JsonNode tried = handIn(server, server.editor(), "{\"dataset\":\"drafts\",\"dryRun\":true," + graph + "}");
            assertThat(tried.path("quads").asLong()).as(tried.toString()).isEqualTo(1);
            assertThat(tried.path("release").asLong()).isZero();
            assertThat(data.resolve("states.log")).doesNotExist();

            JsonNode report = handIn(server, server.steward(), wish);
            assertThat(report.path("outcome").asText()).as(report.toString()).isEqualTo("published");
            assertThat(report.path("release").asLong()).isEqualTo(1);
            assertThat(handIn(server, server.steward(), wish).path("outcome").asText())
                    .isEqualTo("unchanged");
            assertThat(shownPublicly(server, "SELECT ?l { <https://data.jena.de/id/bench/1> ?p ?l }"))
                    .contains("Bank");
            assertThat(Files.readString(data.resolve("workspace/accounts/audit.jsonl")))
                    .contains("\"draft tried\"", "\"draft handed in\"", "\"outcome\":\"published\"");
        }
    }

    @Test
    void aDraftThatBreaksARuleIsRefusedAndSaysWhy() throws Exception {
        try (var server = new DraftServer(data)) {
            server.make("benches");
            server.update(
                    "benches",
                    PREFIXES + "INSERT DATA { :1 a <http://schema.org/Person> ; <http://xmlns.com/foaf/0.1/mbox>"
                            + " <mailto:erika.mustermann@example.org> ; <http://schema.org/birthDate> \"1980-01-01\" }");
            JsonNode report = handIn(server, server.steward(), "{\"dataset\":\"drafts\"}");
            assertThat(report.path("outcome").asText()).as(report.toString()).isEqualTo("refused");
            assertThat(report.path("reasons").toString()).contains("P1");
            assertThat(JSON.readTree(server.send(server.editor(), "GET", "/workspace/benches/candidate", "")
                            .body()))
                    .isEqualTo(report);
            assertThat(shownPublicly(server, "SELECT ?o { <https://data.jena.de/id/bench/1> ?p ?o }"))
                    .doesNotContain("mustermann");
            assertThat(server.send(server.steward(), "POST", "/workspace/benches/candidate", "{\"dataset\":\"trees\"}")
                            .body())
                    .contains("\"forbidden\"");
        }
    }

    private static JsonNode handIn(DraftServer server, String token, String wish) throws Exception {
        HttpResponse<String> begun = server.send(token, "POST", "/workspace/benches/candidate", wish);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        String address = begun.headers().firstValue("Location").orElseThrow();
        for (int i = 0; i < 600; i++) {
            JsonNode report =
                    JSON.readTree(server.send(token, "GET", address, "").body());
            if (!report.path("status").asText().equals("running")) {
                return report;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no report after a minute");
    }

    /// What the public endpoint answers, once it shows the state that was published last.
    private static String shownPublicly(DraftServer server, String query) throws Exception {
        String answer = "";
        for (int i = 0; i < 50 && answer.lines().count() < 2; i++) {
            answer = server.send("", "POST", "/sparql?format=csv", query, "Content-Type", "application/sparql-query")
                    .body();
            Thread.sleep(100);
        }
        return answer;
    }
}
