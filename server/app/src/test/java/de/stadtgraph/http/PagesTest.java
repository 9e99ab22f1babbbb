package de.stadtgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every page type on a real server: both languages, no foreign request, nothing inline, no dead link.
class PagesTest {
    private static final Pattern HREF = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
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
    @ValueSource(
            strings = {
                "/",
                "/catalog",
                "/dataset/trees",
                "/dataset/areas",
                "/dataset/trees/release/3",
                "/dataset/trees/release/2",
                "/state",
                "/state/42",
                "/limits",
                "/problem/not-found",
                "/about",
                "/accessibility",
                "/privacy",
                "/imprint",
                "/def/municipal",
                "/doc/tree/1_28822",
                "/doc/statistical-district/62",
                "/doc/kos/tree-genus",
                "/search?q=linde",
                "/query",
                "/query/trees-by-genus-and-district",
                "/sparql"
            })
    void aPageIsWhole(String path) throws Exception {
        for (String language : new String[] {"de", "en"}) {
            var answer =
                    running.get(path + (path.contains("?") ? "&" : "?") + "lang=" + language, "Accept", "text/html");
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            String page = answer.body();
            assertThat(page)
                    .contains("<html lang=\"" + language + "\">", "<h1", "hreflang=\"en\"")
                    .doesNotContain("<script>", "href=\"javascript:", "style=\"", " onclick", "{0}");
            assertThat(page.split("<h1", -1)).as("one heading").hasSize(2);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            linksAnswer(page);
        }
    }

    /// What another tab serves is not on this server.
    private static void linksAnswer(String page) throws Exception {
        Matcher links = HREF.matcher(page);
        while (links.find()) {
            String target = links.group(1).replace("&amp;", "&").replaceAll("#.*", "");
            boolean elsewhere = target.startsWith("/sparql") || target.startsWith("/lineage/");
            // a bundled query may ask for a thing that this small city does not have
            boolean asks = target.startsWith("/query/");
            if (target.startsWith("/") && !elsewhere && !asks) {
                assertThat(running.get(target).statusCode()).as(target).isIn(200, 303);
            }
        }
    }

    @Test
    void homeShowsWhatThereIs() throws Exception {
        String page = running.get("/?lang=de", "Accept", "text/html").body();
        assertThat(page)
                .contains("Stadtbaum", "Datenstand 42", "Regel P2: 12", "Beispieldaten", "<svg", "curl -L -H", "≤ 2")
                .contains("2 Bäume");
    }

    @Test
    void homeLeadsProgramsToTheCatalogue() throws Exception {
        var answer = running.get("/", "Accept", "text/turtle");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/catalog");
    }

    @Test
    void aDatasetSaysHowGoodItIs() throws Exception {
        assertThat(running.get("/dataset/trees?lang=de", "Accept", "text/html").body())
                .contains("39.236 von 42.642", "42.642", "Kürzel der kontrollierenden Person", "Platzhalter statt Art")
                .contains("dl-by-de/2.0", "Freigabe 3", "/dump/trees/3.nq.gz");
        assertThat(running.get("/dataset/trees?lang=en", "Accept", "text/html").body())
                .contains("39,236 of 42,642");
    }

    @Test
    void theCatalogueIsDcat() throws Exception {
        assertThat(running.get("/catalog.ttl").body()).contains("dcat:Catalog", "dcat:DataService");
        assertThat(running.get("/catalog.xml").headers().firstValue("Content-Type"))
                .contains("application/rdf+xml");
        assertThat(running.get("/dataset/trees/release/3.ttl").body()).contains("dcat:isVersionOf");
        assertThat(running.get("/dataset").statusCode()).isEqualTo(308);
        assertThat(running.get("/dataset/none").statusCode()).isEqualTo(404);
        assertThat(running.get("/catalog.pdf").statusCode()).isEqualTo(404);
    }

    @Test
    void aDumpIsSentInParts() throws Exception {
        var whole = running.send("HEAD", "/dump/trees/3.nq.gz");
        assertThat(whole.statusCode()).isEqualTo(200);
        String tag = whole.headers().firstValue("ETag").orElseThrow();
        var part = running.get("/dump/trees/3.nq.gz", "Range", "bytes=0-9");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range").orElse("")).startsWith("bytes 0-9/");
        assertThat(part.headers().firstValue("Content-Length")).contains("10");
        assertThat(running.get("/dump/trees/3.nq.gz", "Range", "bytes=999999999-")
                        .statusCode())
                .isEqualTo(416);
        assertThat(running.get("/dump/trees/3.nq.gz", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(running.get("/dump/trees/3.nq.gz.sha256").body()).matches("[0-9a-f]{64}  trees-3\\.nq\\.gz\n");
        assertThat(running.get("/dump/trees.nq.gz").headers().firstValue("Location"))
                .contains("/dump/trees/3.nq.gz");
        assertThat(running.get("/dump/trees/9.nq.gz").statusCode()).isEqualTo(404);
    }

    @Test
    void aGraphIsStreamed() throws Exception {
        var answer = running.get("/graph/areas");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/n-triples");
        assertThat(answer.body().lines()).hasSize(20);
        assertThat(running.get("/graph/none").statusCode()).isEqualTo(404);
    }

    @Test
    void statesAndHealthAreJsonForPrograms() throws Exception {
        assertThat(running.get("/health").body()).startsWith("{\"status\":\"up\",\"state\":42,\"quads\":");
        assertThat(running.get("/state", "Accept", "application/json").body()).contains("{\"state\":42,\"time\"");
        assertThat(running.get("/limits?format=json").body()).contains("\"query.timeout\"");
        assertThat(running.get("/robots.txt").body()).contains("Disallow: /sparql");
    }
}
