package de.stadtgraph.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import de.stadtgraph.net.OutboundRules;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteHarvesterTest {
    private static final Path MATERIAL = Path.of("../../../shared/material");

    @TempDir
    private Path work;

    private final List<String> asked = new ArrayList<>();
    private final Map<String, Reply> replies = new HashMap<>();
    private HttpServer server;

    private record Reply(int status, String body, Map<String, String> headers) {}

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            asked.add(path);
            Reply reply = replies.getOrDefault(path, new Reply(404, "no", Map.of()));
            String tag = reply.headers().getOrDefault("ETag", "-");
            boolean known = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            reply.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] body = known ? new byte[0] : reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 304 : reply.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
    }

    private static OutboundRules rules(Set<String> privateHosts) {
        return new OutboundRules(
                Set.of(), privateHosts, Duration.ofSeconds(10), Duration.ofSeconds(20), 1_000_000, "Stadtgraph test");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String base() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void reply(String path, String body, String... headers) {
        Map<String, String> all = new HashMap<>();
        for (int at = 0; at < headers.length; at += 2) {
            all.put(headers[at], headers[at + 1]);
        }
        replies.put(path, new Reply(200, body, all));
    }

    private HarvestOutcome fetch(String origin, String last) throws IOException {
        return fetch(rules(Set.of("localhost")), origin, last);
    }

    private HarvestOutcome fetch(OutboundRules way, String origin, String last) throws IOException {
        Path module = Files.createDirectories(work.resolve("module"));
        Files.writeString(module.resolve("harvest.yaml"), "every: 1d\nsources:\n  main: {" + origin + "}\n");
        var fetched = work.resolve("fetched");
        var harvester = new Harvester(fetched, Clock.systemUTC());
        return new RemoteHarvester(way, harvester, fetched, Clock.systemUTC())
                .fetch(
                        new RemoteHarvester.Wanted("trees", "main", last),
                        HarvestPlan.of(module).orElseThrow());
    }

    private static Fetch fetched(HarvestOutcome outcome) {
        assertThat(outcome).isInstanceOf(HarvestOutcome.Fetched.class);
        return ((HarvestOutcome.Fetched) outcome).fetch();
    }

    private static String reason(HarvestOutcome outcome) {
        assertThat(outcome).isInstanceOf(HarvestOutcome.Unreachable.class);
        return ((HarvestOutcome.Unreachable) outcome).reason();
    }

    @Test
    void aFileThatHasNotChangedIsNotSentAgain() throws IOException {
        reply("/trees.csv", "a;b\n1;2\n", "ETag", "\"v1\"");
        String web = "kind: web, url: '" + base() + "/trees.csv'";
        Fetch first = fetched(fetch(web, ""));
        assertThat(first.file()).hasContent("a;b\n1;2\n").hasFileName("trees.csv");
        assertThat(fetch(web, first.sha256())).isInstanceOf(HarvestOutcome.NotModified.class);
        assertThat(fetched(fetch(web, "an older digest")).sha256()).isEqualTo(first.sha256());
        assertThat(asked).hasSize(3);
        reply("/trees.csv", "a;b\n3;4\n", "ETag", "\"v2\"");
        assertThat(fetched(fetch(web, first.sha256())).file()).hasContent("a;b\n3;4\n");
    }

    @Test
    void whatGoesWrongIsOneSentence() throws IOException {
        assertThat(reason(fetch("kind: web, url: '" + base() + "/none'", "")))
                .isEqualTo("trees, source main: " + base() + "/none: answers 404.");
        reply("/large", "x".repeat(1_000_001));
        assertThat(reason(fetch("kind: web, url: '" + base() + "/large'", ""))).contains("the answer is too long");
        assertThat(work.resolve("fetched/trees/arriving")).doesNotExist();
    }

    @Test
    void onlyNamedHostsOfThePublicInternetAreAsked() throws IOException {
        String port = ":" + server.getAddress().getPort();
        for (String address : List.of(
                "http://127.0.0.1" + port,
                "http://2130706433" + port,
                "http://[::1]" + port,
                "http://[::ffff:127.0.0.1]" + port)) {
            assertThat(reason(fetch("kind: web, url: '" + address + "/'", ""))).contains("asked by name");
        }
        assertThat(reason(fetch(rules(Set.of()), "kind: web, url: '" + base() + "/'", "")))
                .contains("asked by name");
        replies.put("/away", new Reply(302, "", Map.of("Location", "http://other.example/x")));
        assertThat(reason(fetch("kind: web, url: '" + base() + "/away'", ""))).contains("not on the list");
        replies.put("/file", new Reply(302, "", Map.of("Location", "file:///etc/passwd")));
        assertThat(reason(fetch("kind: web, url: '" + base() + "/file'", ""))).contains("only http and https");
        replies.put("/round", new Reply(302, "", Map.of("Location", "/round")));
        assertThat(reason(fetch("kind: web, url: '" + base() + "/round'", ""))).contains("more than 3 redirects");
        assertThat(asked).doesNotContain("/");
    }

    @Test
    void aResourceOfACkanPackageIsFound() throws IOException {
        reply("/api/3/action/package_show?id=trees", """
                {"success": true, "result": {"resources": [
                  {"id": "1", "name": "Karte", "format": "PDF", "url": "%1$s/map.pdf"},
                  {"id": "2", "name": "Liste", "format": "CSV", "url": "%1$s/list.csv"}]}}
                """.formatted(base()));
        reply("/list.csv", "a\n1\n");
        String ckan = "kind: ckan, url: '" + base() + "/', dataset: trees, resource: ";
        assertThat(fetched(fetch(ckan + "csv", "")).file()).hasContent("a\n1\n");
        assertThat(reason(fetch(ckan + "GeoJSON", ""))).contains("has no resource GeoJSON");
    }

    @Test
    void aDatasetOfADcatCatalogueIsFoundOnItsSecondPage() throws IOException {
        String head = "@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . "
                + "@prefix hydra: <http://www.w3.org/ns/hydra/core#> . ";
        reply(
                "/catalog",
                head + "<urn:other> a dcat:Dataset . <urn:page> hydra:next <" + base() + "/catalog?page=2> .",
                "Content-Type",
                "text/turtle");
        reply(
                "/catalog?page=2",
                head + "<urn:trees> a dcat:Dataset ; dct:identifier \"trees\" ; dcat:distribution <urn:d> . "
                        + "<urn:d> dct:format <http://publications.europa.eu/resource/authority/file-type/CSV> ; "
                        + "dcat:downloadURL <" + base() + "/list.csv> .",
                "Content-Type",
                "text/turtle");
        reply("/list.csv", "a\n2\n");
        String dcat = "kind: dcat, url: '" + base() + "/catalog', format: CSV, dataset: ";
        assertThat(fetched(fetch(dcat + "trees", "")).file()).hasContent("a\n2\n");
        assertThat(reason(fetch(dcat + "parking", ""))).contains("has no dataset parking");
    }

    @Test
    void aCatalogueThatIsNoRdfIsToldWithItsLine() throws IOException {
        reply("/broken.rdf", "<rdf:RDF>\n<dcat:Catalog", "Content-Type", "application/rdf+xml");
        String why = reason(fetch("kind: dcat, url: '" + base() + "/broken.rdf', format: CSV, dataset: none", ""));
        assertThat(why).contains("is no catalogue that can be read").contains("line 1: ");
    }

    /// One of its addresses holds brackets, which no IRI may.
    @Test
    void aCatalogueOfGovDataWithIllegalAddressesIsReadToItsEnd() throws IOException {
        Path sample = MATERIAL.resolve("ckanext-dcatde-samples/examples/catalog-endpoint.rdf");
        assumeTrue(Files.exists(sample), "the sample catalogue is not at hand");
        String host = "http://www.geoportal.rlp.de:80/portal/karten.html";
        String text = Files.readString(sample);
        assertThat(text).contains(host + "?LAYER[zoom]=1&amp;LAYER[id]=38836");
        reply("/catalog.rdf", text.replace(host, base() + "/karten.html"), "Content-Type", "application/rdf+xml");
        reply("/karten.html?LAYER%5Bzoom%5D=1&LAYER%5Bid%5D=38836", "a map");
        String dcat = "kind: dcat, url: '" + base() + "/catalog.rdf', format: ";
        assertThat(reason(fetch(dcat + "CSV, dataset: none", ""))).contains("has no dataset none");
        String dataset = "http://data.example-domain.de/dataset/0ee2fe79-fc37-400d-a8ca-4915b0295aec";
        Fetch map = fetched(fetch(dcat + "Kartenviewer, dataset: '" + dataset + "'", ""));
        assertThat(map.file()).hasContent("a map");
    }

    @Test
    void sensorThingsAreFollowedPageByPage() throws IOException {
        reply(
                "/v1.1/Datastreams",
                "{\"@iot.nextLink\": \"" + base()
                        + "/v1.1/Datastreams?$skip=2\", \"value\": [{\"@iot.id\": 1}, {\"@iot.id\": 2}]}");
        reply("/v1.1/Datastreams?$skip=2", "{\"value\": [{\"@iot.id\": 3}]}");
        Fetch all = fetched(fetch("kind: sensorthings, url: '" + base() + "/v1.1/Datastreams'", ""));
        JsonNode value = new ObjectMapper().readTree(all.file().toFile()).path("value");
        assertThat(value).hasSize(3);
        reply("/v1.1/Datastreams?$skip=2", "{\"value\": [{\"@iot.id\": 3}");
        assertThat(reason(fetch("kind: sensorthings, url: '" + base() + "/v1.1/Datastreams'", all.sha256())))
                .startsWith("trees, source main: ");
    }

    @Test
    void featuresComeInPagesAndRefusalsAreTold() throws IOException {
        String request = "/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=city%3Atrees";
        StringBuilder thousand = new StringBuilder("{\"type\": \"FeatureCollection\", \"features\": [");
        for (int count = 0; count < 1000; count++) {
            thousand.append(count == 0 ? "" : ",")
                    .append("{\"id\": ")
                    .append(count)
                    .append('}');
        }
        String json = request + "&outputFormat=application%2Fjson&count=1000&startIndex=";
        reply(json + "0", thousand.append("]}").toString());
        reply(json + "1000", "{\"type\": \"FeatureCollection\", \"features\": [{\"id\": 1000}]}");
        String wfs = "kind: wfs, url: '" + base() + "/wfs', type: 'city:trees', output: ";
        Fetch all = fetched(fetch(wfs + "application/json", ""));
        assertThat(new ObjectMapper().readTree(all.file().toFile()).path("features"))
                .hasSize(1001);
        assumeTrue(Files.isDirectory(MATERIAL.resolve("ogc-fixtures")), "the service's answers are not at hand");
        String gml = request + "&outputFormat=gml32";
        for (String refusal :
                List.of("exception-report-2-0-0", "exception-report-1-1-0", "service-exception-report-1-0-0")) {
            reply(gml, Files.readString(MATERIAL.resolve("ogc-fixtures/fixtures/wfs/" + refusal + ".xml")));
            assertThat(reason(fetch(wfs + "gml32", ""))).as(refusal).contains("the service refuses: ");
        }
        reply(gml, Files.readString(MATERIAL.resolve("ogc-fixtures/fixtures/wfs/getfeature-props-states-2-0-0.xml")));
        assertThat(fetch(wfs + "gml32", "")).isNotNull();
    }

    @Test
    void theNewestFileOfAFolderIsTaken() throws IOException {
        Path inbox = Files.createDirectories(work.resolve("inbox"));
        for (int day = 1; day <= 3; day++) {
            Path file = Files.writeString(inbox.resolve("trees-" + day + ".csv"), "day " + day);
            Files.setLastModifiedTime(
                    file, java.nio.file.attribute.FileTime.fromMillis(1_700_000_000_000L + day * 1000L));
        }
        Files.writeString(inbox.resolve("readme.txt"), "no");
        String origin = "kind: folder, path: '" + inbox + "', pattern: '*.csv'";
        assertThat(fetched(fetch(origin, "")).file()).hasContent("day 3");
        assertThat(reason(fetch(origin.replace("*.csv", "*.json"), ""))).contains("no file fits");
    }

    @Test
    void aPlanThatIsWrongIsRefusedWithItsKey() throws IOException {
        for (Map.Entry<String, String> wrong : Map.of(
                        "kind: ftp, url: 'ftp://x/'", "sources.main.kind is web",
                        "kind: web", "sources.main.url is missing",
                        "kind: web, url: 'file:///etc/passwd'", "is no address",
                        "kind: web, url: 'http://0x7f.1/'", "is no address",
                        "kind: web, uri: x", "the key sources.main.uri is not known")
                .entrySet()) {
            assertThatThrownBy(() -> fetch(wrong.getKey(), "")).hasMessageContaining(wrong.getValue());
        }
    }
}
