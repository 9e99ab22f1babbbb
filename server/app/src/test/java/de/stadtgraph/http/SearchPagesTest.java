package de.stadtgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The search over HTTP: JSON, page, suggestions, errors.
class SearchPagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
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
    void programsGetHitsWithFacets() throws Exception {
        JsonNode answer = JSON.readTree(running.get("/search?q=linde&lang=de", "Accept", "application/json")
                .body());
        assertThat(answer.get("state").asLong()).isEqualTo(42);
        assertThat(answer.get("total").asLong()).isEqualTo(2);
        JsonNode first = answer.get("hits").get(0);
        assertThat(first.get("url").asText()).isEqualTo("/doc/kos/tree-genus/tilia");
        assertThat(first.get("label").asText()).isEqualTo("Linde");
        assertThat(answer.get("facets").findValuesAsText("field")).containsExactly("type", "dataset", "district");
        assertThat(answer.get("next").isNull()).isTrue();
    }

    @Test
    void peopleGetAPageInTheirLanguage() throws Exception {
        assertThat(running.get("/search?q=linde&lang=de", "Accept", "text/html").body())
                .contains("2 Treffer", "/doc/kos/tree-genus/tilia?lang=de", "Kodelisten");
        assertThat(running.get("/search?q=lindde&lang=en", "Accept", "text/html")
                        .body())
                .contains("in this spelling");
        assertThat(running.get("/search?q=xyzzyplugh&lang=en", "Accept", "text/html")
                        .body())
                .contains("Nothing found");
    }

    @Test
    void aWrongSearchIsExplained() throws Exception {
        for (String wrong : new String[] {"%22offen", "a*", "%22%22%22"}) {
            var answer = running.get("/search?q=" + wrong);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("search-syntax");
        }
        assertThat(running.get("/search?q=x&page-size=101").body()).contains("limit-above-cap");
        assertThat(running.get("/search?q=x&page=0").statusCode()).isEqualTo(400);
        assertThat(running.get("/search?q=x&page=900000").statusCode()).isEqualTo(400);
    }

    @Test
    void suggestionsNameThingsAndWhereTheyAre() throws Exception {
        JsonNode answer =
                JSON.readTree(running.get("/search/suggest?q=lin&lang=en").body());
        assertThat(answer.get(0).get("iri").asText()).endsWith("/tilia");
        assertThat(answer.get(0).get("label").asText()).isEqualTo("Tilia");
        assertThat(answer.get(0).get("hint").asText()).isEqualTo("Tree genus");
        assertThat(JSON.readTree(
                        running.get("/search/suggest?q=&scheme=tree-genus").body()))
                .hasSize(2);
    }

    @Test
    void queriesSearchTheTextToo() throws Exception {
        String query = "PREFIX text: <http://jena.apache.org/text#> PREFIX jmo: <https://data.jena.de/def/municipal#> "
                + "SELECT ?tree ?score WHERE { (?tree ?score) text:query (\"linden\" 10) . ?tree a jmo:UrbanTree }";
        String path = "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        assertThat(running.get(path, "Accept", "text/csv").body()).contains("/id/tree/1_28822,");
        String one = "SELECT (COUNT(*) AS ?n) { ?thing <http://jena.apache.org/text#query> \"linde\" }";
        assertThat(running.get("/sparql?query=" + URLEncoder.encode(one, StandardCharsets.UTF_8), "Accept", "text/csv")
                        .body())
                .isEqualTo("n\r\n2\r\n");
    }

    private static String asked(String pattern) throws Exception {
        String query =
                "PREFIX text: <http://jena.apache.org/text#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
                        + "PREFIX jmo: <https://data.jena.de/def/municipal#> SELECT * WHERE { " + pattern + " }";
        return running.get("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "Accept", "text/csv")
                .body();
    }

    @Test
    void queriesFindLiteralsWithTheirStatements() throws Exception {
        assertThat(asked("(?thing ?score ?literal ?graph ?property) text:query (skos:prefLabel \"linde\" \"lang:de\")"))
                .startsWith("thing,score,literal,graph,property\r\nhttps://data.jena.de/kos/tree-genus/tilia,")
                .endsWith(",Linde,https://data.jena.de/graph/kos,http://www.w3.org/2004/02/skos/core#prefLabel\r\n");
        assertThat(asked("?thing text:query (skos:prefLabel \"anger\") . ?thing a jmo:UrbanTree"))
                .as("nothing hidden is shown")
                .isEqualTo("thing\r\nhttps://data.jena.de/id/tree/1_28822\r\nhttps://data.jena.de/id/tree/1_28823\r\n");
        assertThat(asked("GRAPH <https://data.jena.de/graph/kos> { ?thing text:query (skos:prefLabel \"anger\") }"))
                .isEqualTo("thing\r\n");
        assertThat(asked("?thing text:query (skos:prefLabel \"linde\") . ?thing text:query (skos:prefLabel \"tilia\")"))
                .as("two searches of one thing")
                .isEqualTo("thing\r\nhttps://data.jena.de/kos/tree-genus/tilia\r\n");
        assertThat(asked("(?thing ?score ?literal) text:query (\"jena*\" 1)").lines())
                .as("one statement")
                .hasSize(2);
    }

    @Test
    void aWrongTextQueryIsExplained() throws Exception {
        assertThat(asked("?thing text:query (?words)")).contains("text:query: die Wörter müssen in der Anfrage stehen");
        assertThat(asked("?thing text:query (\"linde\" \"de\")")).contains("nur eine Höchstzahl und \\\"lang:de\\\"");
        assertThat(asked("(?a ?b ?c ?d ?e ?f) text:query \"linde\"")).contains("höchstens fünf");
    }

    @Test
    void aTextQueryThatWouldCostTooMuchIsRefused() throws Exception {
        String rdf = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#";
        assertThat(asked("?l " + rdf + "first> \"a\" ; " + rdf + "rest> ?l . ?thing text:query ?l"))
                .as("a list without end")
                .contains("die Wörter müssen in der Anfrage stehen");
        assertThat(asked("() text:query \"linde\"")).contains("ein bis höchstens fünf");
        assertThat(asked("(?a ?a) text:query \"linde\"")).contains("ein bis höchstens fünf");
        assertThat(asked("?a text:query \"linde\" . ".repeat(9))).contains("höchstens 8-mal");
    }

    @Test
    void aLargestNumberCountsStatementsOfTheGraphsThatAreAsked() throws Exception {
        String words = "(?thing ?score ?literal) text:query (\"jena*\" 1)";
        assertThat(asked(words)).contains("Jena-Ost");
        assertThat(asked("GRAPH <https://data.jena.de/graph/areas> { " + words + " }")
                        .lines())
                .hasSize(2);
        assertThat(asked("<https://data.jena.de/id/ortsteil/25> text:query (\"wenigenjena\" 1 \"lang:de\")")
                        .lines())
                .as("the one thing, whatever else has the word")
                .hasSize(2);
        assertThat(asked("?thing text:query (skos:prefLabel skos:prefLabel \"linde\" \"lang:de\")")
                        .lines())
                .as("a property named twice")
                .hasSize(2);
    }
}
