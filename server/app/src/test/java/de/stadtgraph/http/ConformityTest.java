package de.stadtgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The table "things and documents" of the contract: one test a row; and the addresses that programs look at first.
class ConformityTest {
    private static final String TREE = "/tree/1_28822";
    private static Running running;

    @BeforeAll
    static void start() throws Exception {
        running = new Running(Everything::of);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void noAcceptableFormatIs406BeforeAnythingIsLookedUp() throws Exception {
        for (String path : new String[] {"/id" + TREE, "/doc" + TREE, "/id/tree/none", "/doc/tree/none"}) {
            var answer = running.get(path, "Accept", "image/png");
            assertThat(answer.statusCode()).as(path).isEqualTo(406);
            assertThat(answer.body()).contains("\"available\"", "text/turtle");
            assertThat(header(answer, "Link")).contains("rel=\"alternate\"");
        }
    }

    @Test
    void aThingIs303ToItsDocument() throws Exception {
        var answer = running.get("/id" + TREE + "?lang=en&format=ttl&other=1", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "Location")).isEqualTo("/doc" + TREE + "?format=ttl&lang=en");
        assertThat(header(answer, "Vary")).isEqualTo("Accept");
        assertThat(header(answer, "Cache-Control")).contains("max-age=3600");
        assertThat(running.get("/kos/tree-genus/tilia").statusCode()).isEqualTo(303);
    }

    @Test
    void aDocumentIsNegotiatedAndNamesItsFormat() throws Exception {
        var answer = running.get("/doc" + TREE, "Accept", "text/turtle");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Location")).isEqualTo("/doc" + TREE + ".ttl");
        assertThat(header(answer, "Vary")).contains("Accept,");
        assertThat(header(answer, "Link"))
                .contains("rel=\"describes\"", "rel=\"canonical\"", "rel=\"license\"", "rel=\"collection\"");
        var again = running.get("/doc" + TREE, "Accept", "text/turtle");
        assertThat(again.body()).isEqualTo(answer.body());
        assertThat(header(again, "Link")).isEqualTo(header(answer, "Link"));
    }

    @Test
    void aSuffixEndsNegotiation() throws Exception {
        var answer = running.get("/doc" + TREE + ".jsonld", "Accept", "text/html");
        assertThat(header(answer, "Content-Type")).startsWith("application/ld+json");
        assertThat(header(answer, "Vary")).doesNotContain("Accept,").isEqualTo("Accept-Encoding");
        assertThat(header(answer, "Content-Location")).isEmpty();
    }

    @Test
    void informationResourcesAnswerThemselves() throws Exception {
        for (String path : new String[] {"/def/municipal", "/dataset/trees", "/dataset/trees/release/3", "/state/42"}) {
            assertThat(running.get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void whatIsKnownOnlyAsObjectHasADocument() throws Exception {
        assertThat(running.get("/id/tree-site/anger").statusCode()).isEqualTo(303);
        assertThat(running.get("/doc/tree-site/anger", "Accept", "text/turtle").body())
                .contains("tree/1_28823");
    }

    @Test
    void whatWasNeverKnownIs404WithNearMatches() throws Exception {
        for (String prefix : new String[] {"/id", "/doc"}) {
            var answer = running.get(prefix + "/tree/1_28829");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("\"suggestions\":[\"/doc/tree/1_2882");
            assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=60");
        }
    }

    @Test
    void whatIsGoneIs410AndNamesTheLastReleaseThatHadIt() throws Exception {
        var thing = running.get("/id/tree/1_00001");
        assertThat(thing.statusCode()).isEqualTo(410);
        assertThat(thing.body()).contains("\"code\":\"gone\"", "\"lastRelease\":\"/dataset/trees/release/2\"");
        var document = running.get("/doc/tree/1_00001", "Accept", "text/turtle");
        assertThat(document.statusCode()).isEqualTo(410);
        assertThat(document.body()).contains("prov:wasInvalidatedBy", "/dataset/trees/release/3>");
        assertThat(header(document, "ETag")).isEmpty();
        var page = running.get("/doc/tree/1_00001?lang=de", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("Zuletzt enthalten in Freigabe 2", "/dataset/trees/release/2");
    }

    @Test
    void whatIsReplacedIs301ToItsSuccessor() throws Exception {
        var answer = running.get("/id/tree-site/old");
        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(header(answer, "Location")).isEqualTo("/id/tree-site/anger");
        assertThat(running.get("/doc/tree-site/old").statusCode()).isEqualTo(200);
    }

    @Test
    void aSkolemAddressLeadsToItsOwner() throws Exception {
        var answer = running.get("/.well-known/genid/0a1b2c");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "Location")).isEqualTo("/doc/tree-site/anger#0a1b2c");
        assertThat(running.get("/.well-known/genid/none").statusCode()).isEqualTo(404);
        assertThat(running.get("/doc/tree-site/anger.nt").body()).contains("Am Anger 15");
    }

    @Test
    void foreignAddressesAndReusedTermsHaveAPage() throws Exception {
        String geometry = "/resource?iri=http%3A%2F%2Fwww.opengis.net%2Font%2Fgeosparql%23Geometry";
        assertThat(running.get(geometry, "Accept", "text/turtle").body()).contains("geo:Geometry");
        var own = running.get("/resource?iri=https%3A%2F%2Fdata.jena.de%2Fid%2Ftree%2F1_28822");
        assertThat(own.statusCode()).isEqualTo(303);
        assertThat(header(own, "Location")).isEqualTo("/doc" + TREE);
        assertThat(running.get("/resource?iri=no").statusCode()).isEqualTo(400);
    }

    @Test
    void incomingStatementsAreCountedAndPaged() throws Exception {
        var answer = running.get("/doc/kos/tree-genus/acer?inverse=*&page=1", "Accept", "text/turtle");
        assertThat(answer.body()).contains("tree/1_28823", "tree/1_28824");
        assertThat(running.get("/doc/kos/tree-genus/acer?page=0").statusCode()).isEqualTo(400);
        assertThat(running.get("/doc/kos/tree-genus/acer?lang=de", "Accept", "text/html")
                        .body())
                .contains("Gattung");
    }

    @Test
    void programsFindTheirWay() throws Exception {
        assertThat(running.get("/.well-known/void").body())
                .contains("void:Dataset", "void:classPartition", "void:propertyPartition", "void:sparqlEndpoint");
        assertThat(running.get("/robots.txt").body())
                .contains("Disallow: /sparql", "Sitemap: https://data.jena.de/sitemap.xml");
        assertThat(running.get("/sitemap.xml").body()).contains("https://data.jena.de/sitemap/1.xml", "<lastmod>");
        assertThat(running.get("/sitemap/1.xml").body()).contains("<loc>https://data.jena.de/doc/tree/1_28822</loc>");
        assertThat(running.get("/sitemap/2.xml").statusCode()).isEqualTo(404);
        assertThat(running.get("/.well-known/security.txt").body()).contains("Contact: mailto:", "Expires: 2027-");
        var catalog = running.get("/.well-known/api-catalog");
        assertThat(header(catalog, "Content-Type")).isEqualTo("application/linkset+json");
        assertThat(catalog.body()).contains("service-desc", "openapi.json");
    }
}
