package de.stadtgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import de.stadtgraph.pipeline.Progress;
import de.stadtgraph.pipeline.RunReport;
import de.stadtgraph.pipeline.RunRequest;
import de.stadtgraph.query.stored.ExpectationCheck;
import de.stadtgraph.query.stored.Parameter;
import de.stadtgraph.query.stored.StoredQuery;
import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.store.Generation;
import de.stadtgraph.validation.OfficialShapes;
import de.stadtgraph.vocabulary.Dcat;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Foaf;
import de.stadtgraph.vocabulary.Jmo;
import de.stadtgraph.vocabulary.Rdf;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `demo` shows: every bundled module is published from its sample, every stored query meets its expectation, the
/// catalogue of all of them can be harvested, and every finding leads to its record.
class WholeCityTest {
    private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path CONCEPTS = Path.of("src/test/resources/catalogue/concepts.ttl");
    private static final String BASE = Config.DEFAULTS.city().base();
    private static final String DCAT_AP_DE = "http://dcat-ap.de/def/dcatde/";
    private static final Pattern STRUCTURED =
            Pattern.compile("<script type=\"application/ld\\+json\">(\\{.*?\\})</script>");

    /// Of the properties that DCAT-AP.de 3 recommends these do not fit every dataset: a state of today has no period,
    /// and the list of contributors has no entry for the city, which enters one when there is.
    private static final Set<String> WITHOUT_PERIOD = Set.of("facilities", "kos", "ontology", "parking", "trees");

    private static final Node HYDRA_NEXT = NodeFactory.createURI("http://www.w3.org/ns/hydra/core#next");

    /// Constants of the mapping: no record tells of them.
    private static final Pattern CONSTANT = Pattern.compile("/doc/(municipality|area-division)/.*");

    @TempDir
    private static Path folder;

    private static Server server;
    private static WebFront web;
    private static HttpClient client;
    private static final Map<String, RunReport> REPORTS = new TreeMap<>();

    @BeforeAll
    static void publishAndServe() {
        Config config = Config.read(CHECKOUT.resolve("stadtgraph.yaml")).with(null, null, 0);
        server = Server.of(new Home(CHECKOUT), config, folder.resolve("data"));
        long start = System.nanoTime();
        server.pipeline()
                .run(
                        List.of(),
                        RunRequest.samples(),
                        Progress.silent(),
                        report -> REPORTS.put(report.dataset(), report));
        System.out.printf("all modules published in %.1f s%n", (System.nanoTime() - start) / 1e9);
        REPORTS.values()
                .forEach(report -> System.out.printf(
                        "%-26s %6d quads %5d ms%n",
                        report.dataset(), report.quads(), report.time().toMillis()));
        web = server.serve();
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        web.close();
    }

    @Test
    void everyModuleIsPublished() {
        assertThat(REPORTS.keySet()).containsAll(server.modules().names()).contains("ontology", "kos");
        assertThat(REPORTS.values())
                .allSatisfy(report -> assertThat(report.outcome())
                        .as(report.dataset() + " " + report.reasons())
                        .isEqualTo(RunReport.Outcome.PUBLISHED));
    }

    @Test
    void everyStoredQueryMeetsItsExpectation() {
        var queries = server.queries();
        assertThat(queries.complaints()).isEmpty();
        assertThat(queries.all()).hasSizeGreaterThanOrEqualTo(34);
        try (Generation generation = server.newest()) {
            for (StoredQuery query : queries.all()) {
                assertThat(generation.releases().keySet()).as(query.name()).containsAll(query.datasets());
                assertThat(query.parameters()).as(query.name()).noneMatch(Parameter::required);
            }
            assertThat(new ExpectationCheck(server.gate(), BASE).failures(queries.all(), generation))
                    .isEmpty();
        }
    }

    /// The publication joined things with areas by itself; a query finds the same by the geometries.
    @Test
    void aQueryFindsByPlaceWhatThePublicationFound() throws Exception {
        String joined =
                "SELECT DISTINCT ?thing ?area { ?thing geo:hasDefaultGeometry/geo:asWKT ?point ; jmo:withinOrtsteil ?area }";
        String asked =
                "SELECT DISTINCT ?thing ?area { ?area a jmo:Ortsteil ; geo:hasDefaultGeometry/geo:asWKT ?outline ."
                        + " ?thing geo:hasDefaultGeometry/geo:asWKT ?point ; jmo:withinOrtsteil ?any FILTER(geof:sfIntersects(?point, ?outline)) }";
        Set<String> expected = Set.copyOf(sparql(joined).lines().toList());
        assertThat(expected).hasSizeGreaterThan(50);
        assertThat(Set.copyOf(sparql(asked).lines().toList())).isEqualTo(expected);

        String tree = sparql(
                        "SELECT ?thing ?point { ?thing a jmo:UrbanTree ; geo:hasDefaultGeometry/geo:asWKT ?point } LIMIT 1")
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        String[] parts = tree.split(",", 2);
        String near =
                sparql("SELECT ?thing { ?thing spatial:nearbyGeom ('" + parts[1] + "'^^geo:wktLiteral 1 uom:metre) }");
        assertThat(near.lines()).contains(parts[0]);
        HttpResponse<String> wrong = get(address("SELECT ?thing { ?thing spatial:nearby (50.9) }"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("spatial:nearby: argument 2 is missing: a longitude");
    }

    @Test
    void theEndpointTellsHowAQueryIsDone() throws Exception {
        String query = "SELECT ?tree ?species { ?tree a jmo:UrbanTree ; jmo:species ?species } LIMIT 10";
        String plan = body(address(query).replace("/sparql?", "/sparql/plan?"));
        JsonNode steps = new ObjectMapper().readTree(plan);

        assertThat(steps).hasSize(1);
        assertThat(steps.get(0).path("rows").asInt()).isEqualTo(10);
        assertThat(steps.get(0).path("inputs")).isNotEmpty();
        assertThat(plan).contains("municipal#species", "expected", "micros");
        assertThat(get("/sparql/plan").statusCode()).isEqualTo(400);
        assertThat(get(address("SELECT * {").replace("/sparql?", "/sparql/plan?"))
                        .statusCode())
                .isEqualTo(400);
    }

    private static String sparql(String query) throws Exception {
        return body(address(query));
    }

    private static String address(String query) {
        String prefixes = "PREFIX geo: <http://www.opengis.net/ont/geosparql#> PREFIX jmo: <" + Jmo.NAMESPACE + "> "
                + "PREFIX geof: <http://www.opengis.net/def/function/geosparql/> "
                + "PREFIX spatial: <http://jena.apache.org/spatial#> "
                + "PREFIX uom: <http://www.opengis.net/def/uom/OGC/1.0/> ";
        return "/sparql?format=csv&query=" + URLEncoder.encode(prefixes + query, StandardCharsets.UTF_8);
    }

    /// Each publication built the index of its state before it was committed, and the server took that.
    @Test
    void theIndexIsThereBeforeTheStateIsPublic() throws Exception {
        long state = server.releases().states().current().number();
        Path index = folder.resolve("data/generations/" + state + "/manifest.json");
        assertThat(Files.getLastModifiedTime(index))
                .isLessThanOrEqualTo(Files.getLastModifiedTime(folder.resolve("data/states.log")));
        assertThat(get("/state/" + state).statusCode()).isEqualTo(200);
    }

    @Test
    void theCatalogueOfAllModulesHasNoResultUnderTheOfficialShapes() throws Exception {
        assumeTrue(OfficialShapes.areHere(), "the official shapes are not at hand");
        Path catalogue = file("/catalog.ttl", "catalog.ttl");
        assertThat(OfficialShapes.asTheyAre().results(catalogue, CONCEPTS)).isEmpty();
        assertThat(OfficialShapes.mended().results(catalogue, CONCEPTS)).isEmpty();
    }

    /// A harvester follows `hydra:next` and has all datasets with all they say, each once, as the whole has them.
    @Test
    void theCatalogueIsCompletePageByPage() throws Exception {
        Graph whole = RdfFiles.read(file("/catalog.rdf", "whole.rdf"));
        int all = Values.subjects(whole, Rdf.TYPE, Dcat.DATASET_CLASS).size();
        List<Node> seen = new ArrayList<>();
        String next = "/catalog.rdf?page=1&size=6";
        while (!next.isEmpty()) {
            Graph page = RdfFiles.read(file(next, "page.rdf"));
            List<Node> datasets = Values.subjects(page, Rdf.TYPE, Dcat.DATASET_CLASS);
            assertThat(datasets).hasSizeBetween(1, 6);
            for (Node dataset : datasets) {
                assertThat(page.find(dataset, Node.ANY, Node.ANY).toList().size())
                        .isEqualTo(
                                whole.find(dataset, Node.ANY, Node.ANY).toList().size());
            }
            seen.addAll(datasets);
            String address = page.find(Node.ANY, HYDRA_NEXT, Node.ANY)
                    .nextOptional()
                    .map(found -> found.getObject().getURI())
                    .orElse("");
            next = address.replace(BASE + "catalog?", "/catalog.rdf?");
        }
        assertThat(seen).hasSize(all).doesNotHaveDuplicates().hasSizeGreaterThan(12);
        assertThat(get("/catalog.ttl?page=9&size=6").statusCode()).isEqualTo(400);
        assertThat(get("/catalog.ttl?page=1&size=1000").statusCode()).isEqualTo(400);
    }

    @Test
    void whatDcatApRecommendsIsThereOrExplained() throws Exception {
        Graph catalogue = RdfFiles.read(file("/catalog.rdf", "catalog.rdf"));
        List<Node> datasets = Values.subjects(catalogue, Rdf.TYPE, Dcat.DATASET_CLASS);
        assertThat(datasets).hasSize(server.modules().names().size() + 2);
        for (Node dataset : datasets) {
            List<Node> recommended = new ArrayList<>(List.of(
                    Dcat.CONTACT_POINT,
                    Dct.PUBLISHER,
                    Dcat.KEYWORD,
                    Dcat.THEME,
                    Dct.ACCESS_RIGHTS,
                    Dct.ACCRUAL_PERIODICITY,
                    Dct.SPATIAL,
                    Dct.ISSUED,
                    Dct.MODIFIED,
                    Dct.IDENTIFIER,
                    Foaf.PAGE,
                    NodeFactory.createURI(Dcat.NAMESPACE + "landingPage"),
                    NodeFactory.createURI(DCAT_AP_DE + "politicalGeocodingLevelURI")));
            String slug = dataset.getURI().substring(dataset.getURI().lastIndexOf('/') + 1);
            if (!WITHOUT_PERIOD.contains(slug)) {
                recommended.add(NodeFactory.createURI(Dct.NAMESPACE + "temporal"));
            }
            for (Node property : recommended) {
                assertThat(Values.all(catalogue, dataset, property))
                        .as(slug + " " + property)
                        .isNotEmpty();
            }
        }
        assertThat(catalogue.contains(Node.ANY, NodeFactory.createURI(DCAT_AP_DE + "contributorID"), Node.ANY))
                .as("only a city that is on the list of contributors says so")
                .isFalse();
    }

    @Test
    void theHomeOfEachDatasetTellsSearchEnginesOfIt() throws Exception {
        for (String name : server.modules().names()) {
            Matcher scripts = STRUCTURED.matcher(body("/dataset/" + name + "?lang=en"));
            JsonNode dataset = MissingNode.getInstance();
            while (scripts.find()) {
                JsonNode json = new ObjectMapper().readTree(scripts.group(1));
                dataset = json.path("@type").asText().equals("Dataset") ? json : dataset;
            }
            assertThat(dataset.isMissingNode()).as(name).isFalse();
            for (String key : List.of("name", "description", "url", "license", "dateModified", "publisher")) {
                assertThat(dataset.hasNonNull(key)).as(name + " " + key).isTrue();
            }
            assertThat(dataset.path("keywords")).as(name).isNotEmpty();
            for (JsonNode download : dataset.path("distribution")) {
                String address = download.path("contentUrl").asText();
                assertThat(get("/" + address.substring(BASE.length())).statusCode())
                        .as(address)
                        .isEqualTo(200);
            }
            assertThat(dataset.path("distribution")).as(name).isNotEmpty();
        }
    }

    /// First click: the record beside the finding, or the thing; second click: where the thing comes from.
    @Test
    void everyExampleOfAFindingIsTwoClicksFromItsRecord() throws Exception {
        Set<String> shown = new HashSet<>();
        for (String name : server.modules().names()) {
            String page = body("/dataset/" + name + "/quality?lang=en");
            Matcher examples =
                    Pattern.compile("(?s)<ul class=\"examples\">(.*?)</ul>").matcher(page);
            while (examples.find()) {
                Matcher links = Pattern.compile("href=\"(/[^\"]+)\"").matcher(examples.group(1));
                while (links.find()) {
                    String first = links.group(1).replace("&amp;", "&");
                    if (shown.add(first) && shown.size() < 200) {
                        assertThat(leadsToARecord(first)).as(name + " " + first).isTrue();
                    }
                }
            }
        }
        assertThat(shown).hasSizeGreaterThan(10);
    }

    @Test
    void everyExampleThingAndEveryRowOfATableIsTwoClicksFromItsRecord() throws Exception {
        for (String name : server.modules().names()) {
            String page = body("/dataset/" + name + "?lang=en");
            Matcher tables = Pattern.compile("href=\"(/dataset/" + name + "/table/[A-Za-z]+)[?\"]")
                    .matcher(page);
            int seen = 0;
            while (seen < 3 && tables.find()) {
                String table = body(tables.group(1) + "?lang=en");
                Matcher rows = Pattern.compile("<th scope=\"row\"><a href=\"(/[^\"]+)\"")
                        .matcher(table);
                while (rows.find() && seen < 3) {
                    String thing = rows.group(1).replace("&amp;", "&");
                    if (!CONSTANT.matcher(thing).matches()) {
                        assertThat(leadsToARecord(thing)).as(name + " " + thing).isTrue();
                        seen++;
                    }
                }
            }
            assertThat(seen).as(name).isPositive();
        }
    }

    /// Whether a page tells a source file and record, or links to one that does.
    private static boolean leadsToARecord(String path) throws Exception {
        String page = body(path);
        Matcher further = Pattern.compile("href=\"(/lineage/[^\"]+)\"").matcher(page);
        return tellsARecord(path, page)
                || (further.find()
                        && tellsARecord(further.group(1), body(further.group(1).replace("&amp;", "&"))));
    }

    private static boolean tellsARecord(String path, String page) {
        return path.startsWith("/lineage/") && page.contains("class=\"digest\"");
    }

    @Test
    void qualityIsInTheNavigationOfEveryPage() throws Exception {
        for (String path : List.of("/", "/catalog", "/def/municipal", "/dataset/trees")) {
            assertThat(body(path)).as(path).containsPattern("<nav [^>]*>(?s).*?href=\"/quality[^\"]*\".*?</nav>");
        }
    }

    private static Path file(String path, String name) throws Exception {
        return Files.writeString(folder.resolve(name), body(path));
    }

    private static String body(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as("%s: %s", path, response.body()).isEqualTo(200);
        return response.body();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        String accept = path.matches(".*\\.(ttl|rdf)(\\?.*)?") ? "*/*" : "text/html, */*;q=0.1";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + web.port() + path.replace(" ", "%20")))
                .header("Accept", accept)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void noTemporaryFileIsLeft() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
        }
    }
}
