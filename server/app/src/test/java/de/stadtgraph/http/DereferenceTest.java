package de.stadtgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Things, documents, concepts, terms and other IRIs on a real server.
class DereferenceTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static Running running;

    @BeforeAll
    static void start() throws IOException {
        running = new Running(Everything::of);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/id/tree/1_28822, /doc/tree/1_28822",
        "/id/tree/1_28822?lang=en&x=1&format=ttl, /doc/tree/1_28822?format=ttl&lang=en",
        "/id/tree/%31_28822, /doc/tree/%31_28822",
        "/id/tree-site/anger, /doc/tree-site/anger",
        "/kos/tree-genus/tilia, /doc/kos/tree-genus/tilia",
        "/kos/tree-genus, /doc/kos/tree-genus",
    })
    void aThingLeadsToItsDocument(String path, String location) throws Exception {
        var answer = running.get(path);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(location);
        assertThat(answer.headers().firstValue("Vary")).contains("Accept");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void theFormatIsJudgedBeforeAnythingIsLookedUp() throws Exception {
        assertThat(running.get("/id/tree/none", "Accept", "image/png").statusCode())
                .isEqualTo(406);
        assertThat(running.get("/doc/tree/none", "Accept", "image/png").statusCode())
                .isEqualTo(406);
    }

    @Test
    void anUnknownThingHasNearMatches() throws Exception {
        var answer = running.get("/id/tree/1_28821");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(answer.body()).contains("/doc/tree/1_28822");
        assertThat(running.get("/id/tree").statusCode()).isEqualTo(404);
    }

    @Test
    void aDocumentNamesItsFormatAndItsThing() throws Exception {
        var answer = running.get("/doc/tree/1_28822", "Accept", "text/turtle");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Location")).contains("/doc/tree/1_28822.ttl");
        assertThat(answer.headers().firstValue("Link").orElse(""))
                .contains(
                        "</doc/tree/1_28822.jsonld>; rel=\"alternate\"; type=\"application/ld+json\"",
                        "<https://data.jena.de/id/tree/1_28822>; rel=\"describes\"",
                        "</dataset/trees>; rel=\"collection\"",
                        "rel=\"license\"",
                        "<https://data.jena.de/doc/tree/1_28822>; rel=\"canonical\"");
    }

    @Test
    void aSuffixIgnoresAccept() throws Exception {
        var answer = running.get("/doc/tree/1_28822.nt", "Accept", "image/png");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(answer.headers().firstValue("Content-Location")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/doc/tree/1_28822",
                "/doc/statistical-district/62",
                "/doc/tree-site/anger",
                "/doc/kos/tree-genus/acer",
                "/def/municipal",
                "/dataset/trees",
                "/catalog"
            })
    void allFormatsHoldTheSameTriples(String path) throws Exception {
        Graph turtle = triples(running.get(path + ".ttl").body(), Lang.TURTLE);
        assertThat(turtle.size()).isPositive();
        List<Lang> languages = List.of(Lang.JSONLD, Lang.NTRIPLES, Lang.RDFXML, Lang.NQUADS, Lang.TRIG);
        List<String> suffixes = List.of("jsonld", "nt", "rdf", "nq", "trig");
        for (int i = 0; i < suffixes.size(); i++) {
            Graph other = triples(running.get(path + "." + suffixes.get(i)).body(), languages.get(i));
            assertThat(turtle.isIsomorphicWith(other))
                    .as(path + "." + suffixes.get(i))
                    .isTrue();
        }
    }

    @Test
    void aDocumentHoldsPartsLabelsIncomingAndItself() throws Exception {
        assertThat(running.get("/doc/tree/1_28822.nt").body())
                .contains(
                        "1_28822#geometry> <http://www.opengis.net/ont/geosparql#asWKT>",
                        "tree-genus/tilia> <http://www.w3.org/2004/02/skos/core#prefLabel> \"Linde\"@de",
                        "<http://xmlns.com/foaf/0.1/primaryTopic> <https://data.jena.de/id/tree/1_28822>",
                        "<http://purl.org/dc/terms/isPartOf> <https://data.jena.de/dataset/trees>",
                        "<http://purl.org/dc/terms/license> <http://dcat-ap.de/def/licenses/dl-by-de/2.0>",
                        "wasDerivedFrom> <https://data.jena.de/dataset/trees/release/3>",
                        "<http://purl.org/dc/terms/modified>");
        assertThat(running.get("/doc/statistical-district/62.nt").body())
                .contains("<https://data.jena.de/id/tree/1_28823> "
                        + "<https://data.jena.de/def/municipal#withinDistrict> "
                        + "<https://data.jena.de/id/statistical-district/62>");
    }

    @Test
    void incomingStatementsArePagedByProperty() throws Exception {
        String property = Addresses.encode("https://data.jena.de/def/municipal#withinDistrict");
        var answer = running.get("/doc/statistical-district/62?inverse=" + property + "&page=1", "Accept", BROWSER);
        assertThat(answer.body()).contains("Baum 12, Am Anger", "Baum 13, Am Anger");
        assertThat(running.get("/doc/statistical-district/62?page=0").statusCode())
                .isEqualTo(400);
    }

    @Test
    void thePageShowsStatementsAndEscapesThem() throws Exception {
        var answer = running.get("/doc/tree/1_28822", "Accept", BROWSER, "Accept-Language", "de");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body())
                .contains(
                        "Linde",
                        "Gattung",
                        "1978",
                        "&lt;script&gt;alert",
                        "href=\"/dataset/trees\"",
                        "<svg",
                        "Jena-Ost")
                .doesNotContain("<script>", "href=\"javascript:");
        var english = running.get("/doc/tree/1_28822?lang=en", "Accept", BROWSER);
        assertThat(english.body()).contains("Tilia", "genus", "<html lang=\"en\">", "?lang=en");
    }

    @Test
    void anObjectOfStatementsAloneHasADocument() throws Exception {
        var answer = running.get("/doc/tree-site/anger?lang=en", "Accept", BROWSER);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("What points here", "Baum 13, Am Anger");
    }

    @Test
    void termsStandOnOnePageWithTheirUses() throws Exception {
        var page = running.get("/def/municipal?lang=en", "Accept", BROWSER);
        assertThat(page.body()).contains("id=\"UrbanTree\"", "Urban tree", "id=\"plantingYear\"", "value=\"3\"");
        assertThat(running.get("/def/other").statusCode()).isEqualTo(404);
    }

    @Test
    void anyIriThatOccursCanBeLookedUp() throws Exception {
        String feature = Addresses.encode("http://www.opengis.net/ont/geosparql#Feature");
        assertThat(running.get("/resource?iri=" + feature, "Accept", "text/turtle")
                        .statusCode())
                .isEqualTo(200);
        String label = Addresses.encode("http://www.w3.org/2004/02/skos/core#prefLabel");
        assertThat(running.get("/resource?lang=en&iri=" + label, "Accept", BROWSER)
                        .body())
                .contains("preferred label", "Jena-Ost");
        var own = running.get("/resource?iri=" + Addresses.encode("https://data.jena.de/id/tree/1_28822"));
        assertThat(own.statusCode()).isEqualTo(303);
        assertThat(own.headers().firstValue("Location")).contains("/doc/tree/1_28822");
        assertThat(running.get("/resource?iri=nonsense").statusCode()).isEqualTo(400);
        assertThat(running.get("/resource?iri=urn:x:none").statusCode()).isEqualTo(404);
    }

    private static Graph triples(String body, Lang language) {
        DatasetGraph data = DatasetGraphFactory.create();
        RDFParser.fromString(body, language).parse(data);
        Graph graph = GraphFactory.createDefaultGraph();
        data.find().forEachRemaining(quad -> graph.add(quad.asTriple()));
        return graph;
    }

    @Test
    void aConceptSchemeIsATreeAndATable() throws Exception {
        String page =
                running.get("/doc/kos/tree-genus?lang=en", "Accept", BROWSER).body();
        String tree = page.substring(page.indexOf("<ul class=\"tree\">"));
        assertThat(tree.indexOf(">Acer<")).isPositive().isLessThan(tree.indexOf(">Tilia<"));
        assertThat(page).contains("href=\"/doc/kos/tree-genus.csv\"");

        var table = running.get("/doc/kos/tree-genus.csv", "Accept", "*/*");

        assertThat(table.statusCode()).isEqualTo(200);
        assertThat(table.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(table.body().lines())
                .startsWith(
                        "iri,notation,label_de,label_en,broader",
                        "https://data.jena.de/kos/tree-genus/acer,Acer,Ahorn,Acer,",
                        "https://data.jena.de/kos/tree-genus/tilia,Tilia,Linde,Tilia,");
        assertThat(running.get("/doc/kos/none.csv", "Accept", "*/*").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aTermShowsItsUsesExamplesAndTheShapesThatSpeakOfIt() throws Exception {
        String page = running.get("/def/municipal?lang=en", "Accept", BROWSER).body();
        String term = page.substring(page.indexOf("id=\"UrbanTree\""));
        term = term.substring(0, term.indexOf("</section>"));
        assertThat(term)
                .contains("<a href=\"/shapes/trees#Height\"><code>trees#Height</code></a> Too high.")
                .containsPattern("<data value=\"[1-9][0-9]*\">")
                .contains("href=\"/doc/tree/");
    }
}
