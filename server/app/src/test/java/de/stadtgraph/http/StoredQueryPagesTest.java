package de.stadtgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Stored queries over HTTP: parameters bound as terms, formats, paging, errors, description, OpenAPI.
class StoredQueryPagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUERY = "/query/trees-by-genus-and-district";
    private static Running running;

    @BeforeAll
    static void start() throws Exception {
        running = new Running(Everything::of);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void aParameterChoosesWhatIsCounted() throws Exception {
        assertThat(running.get(QUERY + ".csv").body()).contains("Jena-Ost,1").doesNotContain("Zentrum");
        assertThat(running.get(QUERY + ".csv?genus=acer").body()).contains("Jena-Ost,1", "Zentrum,1");
        String iri = URLEncoder.encode("https://data.jena.de/kos/tree-genus/acer", StandardCharsets.UTF_8);
        assertThat(running.get(QUERY + ".csv?genus=" + iri).body()).contains("Zentrum,1");
    }

    @Test
    void aHostileValueNeverChangesTheQuery() throws Exception {
        long seed = Long.getLong("stadtgraph.seed", 1);
        Random random = new Random(seed);
        List<String> hostile = List.of(
                "tilia> } UNION { ?s ?p ?o } #",
                "tilia\" . ?a ?b ?c",
                "') || true",
                "<x>",
                "tilia%0A}",
                "../tree-species/acer",
                "https://data.jena.de/kos/tree-genus/tilia> ?x <y",
                "?_genus_iri",
                "tilia\u0000",
                "тilia");
        for (int round = 0; round < 200; round++) {
            String value = hostile.get(random.nextInt(hostile.size())) + (round < 10 ? "" : random.nextInt(0x500));
            var answer = running.get(QUERY + ".csv?genus=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as("seed %s, value %s", seed, value).isEqualTo(400);
            assertThat(answer.body()).contains("parameter-invalid");
        }
    }

    @Test
    void aMistypedParameterIsNotIgnored() throws Exception {
        var answer = running.get(QUERY + ".json?genre=tilia");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("parameter-unknown", "\"suggestion\":\"genus\"", "\"allowed\":[\"genus\"]");
        assertThat(running.get(QUERY + ".json?genus=none").body()).contains("parameter-invalid");
        assertThat(running.get(QUERY + ".json?page-size=10001").body()).contains("limit-above-cap");
        assertThat(running.get(QUERY + ".pdf").statusCode()).isEqualTo(406);
        assertThat(running.get("/query/none").statusCode()).isEqualTo(404);
    }

    @Test
    void anAnswerIsPagedWithLinks() throws Exception {
        var first = running.get(QUERY + ".csv?genus=acer&page-size=1");
        assertThat(first.body().lines()).hasSize(2);
        assertThat(first.headers().firstValue("Link").orElse(""))
                .contains("page=2&page-size=1>; rel=\"next\"", "rel=\"first\"")
                .doesNotContain("rel=\"prev\"");
        var second = running.get(QUERY + ".csv?genus=acer&page-size=1&page=2");
        assertThat(second.body().lines()).hasSize(2);
        assertThat(second.body()).isNotEqualTo(first.body());
        assertThat(second.headers().firstValue("Link").orElse(""))
                .contains("rel=\"prev\"")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void theSameAnswerIsNotSentTwice() throws Exception {
        var answer = running.get(QUERY + ".json");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("W/");
        assertThat(running.get(QUERY + ".json", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(running.get(QUERY + ".json?genus=acer", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("trees-by-genus-and-district-42.json");
    }

    @Test
    void thePageHasFormTableChartMapAndDownloads() throws Exception {
        String page = running.get(QUERY + "?genus=acer&lang=de", "Accept", "text/html")
                .body();
        assertThat(page)
                .contains("<select id=\"p-genus\"", "Ahorn</option>", "class=\"chart\"", "class=\"map\"", "Zentrum")
                .contains("/query/trees-by-genus-and-district.csv?genus=acer", "2 Zeilen · vollständig", "dl-by-de/2.0")
                .contains("import pandas", "In der SPARQL-Werkbank öffnen");
        assertThat(running.get("/query?lang=en", "Accept", "text/html").body()).contains("How many trees of a genus");
    }

    @Test
    void aQueryDescribesItself() throws Exception {
        assertThat(running.get(QUERY + "/about.ttl").body())
                .contains("sh:SPARQLExecutable", "sh:SPARQLSelectExecutable", "sh:select", "sh:declare");
        assertThat(running.get(QUERY + ".rq").body()).startsWith("#+ title:");
    }

    @Test
    void openApiNamesEveryQueryAndEveryRoute() throws Exception {
        JsonNode api = JSON.readTree(running.get("/openapi.json").body());
        assertThat(api.get("openapi").asText()).isEqualTo("3.1.0");
        JsonNode operation = api.get("paths").get(QUERY).get("get");
        assertThat(operation.get("parameters").get(0).get("name").asText()).isEqualTo("genus");
        assertThat(operation
                        .get("parameters")
                        .get(0)
                        .get("schema")
                        .get("default")
                        .asText())
                .isEqualTo("tilia");
        Running.routes(Everything::of).forEach(route -> {
            String path = route.path().replaceAll("[{<]([a-zA-Z]+)[}>]", "{$1}");
            assertThat(api.get("paths").has(path) || path.equals("/openapi.json"))
                    .as(path)
                    .isTrue();
        });
    }
}
