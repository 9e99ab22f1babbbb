package de.stadtgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.stadtgraph.cli.Commands;
import de.stadtgraph.cli.Terminal;
import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.validation.OfficialShapes;
import de.stadtgraph.vocabulary.Dcat;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Dqv;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Spdx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The catalogue, quality and receipts over HTTP, on the samples of areas and trees; 50 of the trees carry a secret in
/// a
/// column that is not published.
class CatalogueTest {
    private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path CONCEPTS = Path.of("src/test/resources/catalogue/concepts.ttl");
    private static final int SECRETS = 50;
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");

    @TempDir
    private static Path folder;

    private static WebFront web;
    private static HttpClient client;
    private static final StringBuilder TOLD = new StringBuilder();

    @BeforeAll
    static void publishAndServe() throws IOException {
        List<String> marked = new ArrayList<>();
        for (String row : Files.readAllLines(CHECKOUT.resolve("mappings/trees/sample.csv"))) {
            String[] cells = row.split(";", -1);
            if (!row.contains("\"") && marked.size() < SECRETS && cells.length > 15) {
                cells[15] = "CANARY" + marked.size();
            }
            marked.add(row.contains("\"") ? row : String.join(";", cells));
        }
        Path source = Files.writeString(folder.resolve("sample.csv"), String.join("\r\n", marked) + "\r\n");
        run("run", "areas", "--sample");
        run("run", "trees", "--source", source.toString());
        Config config = Config.DEFAULTS.with(null, null, 0);
        web = Server.of(new Home(CHECKOUT), config, folder.resolve("data")).serve();
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        web.close();
    }

    private static void run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        var out = new ByteArrayOutputStream();
        var both = new PrintStream(out, true, StandardCharsets.UTF_8);
        int exit = Commands.run(new Home(CHECKOUT), new Terminal(both, both, false), all.toArray(String[]::new));
        TOLD.append(out.toString(StandardCharsets.UTF_8));
        assertThat(exit).as(TOLD.toString()).isZero();
    }

    @Test
    void theCatalogueHasNoViolationUnderTheOfficialShapes() throws Exception {
        assumeTrue(OfficialShapes.areHere(), "the official shapes are not at hand");
        Path catalogue = file("/catalog.ttl", "catalog.ttl");
        assertThat(OfficialShapes.asTheyAre().results(catalogue, CONCEPTS)).isEmpty();
        assertThat(OfficialShapes.mended().results(catalogue, CONCEPTS)).isEmpty();
        String broken = Files.readString(catalogue).replace("planned-availability/STABLE", "planned-availability/NONE");
        Path wrong = Files.writeString(folder.resolve("broken.ttl"), broken);
        assertThat(OfficialShapes.mended().results(wrong, CONCEPTS))
                .as("the shapes can fail")
                .isNotEmpty();
    }

    @Test
    void aHarvesterSeesEveryDatasetWholeInEveryForm() throws Exception {
        Graph whole = RdfFiles.read(file("/catalog.rdf", "whole.rdf"));
        assertThat(RdfFiles.read(file("/catalog.ttl", "whole.ttl")).size()).isEqualTo(whole.size());
        assertThat(get("/catalog.xml?full=1", "*/*").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/rdf+xml"));
        Graph page = RdfFiles.read(file("/catalog.ttl?page=1", "page.ttl"));
        assertThat(Values.subjects(page, Rdf.TYPE, Dcat.DATASET_CLASS))
                .containsExactlyInAnyOrderElementsOf(Values.subjects(whole, Rdf.TYPE, Dcat.DATASET_CLASS));
        Node trees = Values.subjects(whole, Rdf.TYPE, Dcat.DATASET_CLASS).stream()
                .filter(node -> node.getURI().endsWith("/dataset/trees"))
                .findFirst()
                .orElseThrow();
        Graph one = RdfFiles.read(file("/dataset/trees.rdf", "trees.rdf"));
        for (Node file : Values.all(one, trees, Dcat.DISTRIBUTION)) {
            assertThat(Values.any(one, file, Dct.LICENSE)).as(file.toString()).isPresent();
            assertThat(Values.any(one, file, Dcat.MEDIA_TYPE))
                    .as(file.toString())
                    .isPresent();
            String address =
                    Values.any(one, file, Dcat.DOWNLOAD_URL).orElseThrow().getURI();
            HttpResponse<byte[]> bytes = bytes(address.substring("https://data.jena.de".length()));
            assertThat(bytes.statusCode()).as(address).isEqualTo(200);
            boolean table = address.endsWith(".csv");
            assertThat(Values.any(one, file, Spdx.CHECKSUM).isEmpty())
                    .as(address)
                    .isEqualTo(table);
        }
        assertThat(Values.all(one, trees, Dcat.DISTRIBUTION)).hasSizeGreaterThan(5);
        assertThat(Values.all(one, trees, Dqv.HAS_QUALITY_MEASUREMENT)).hasSizeGreaterThan(5);
    }

    @Test
    void pagesAndTimesThatMakeNoSenseAreBadRequests() throws Exception {
        for (String query : List.of("page=0", "page=2", "page=x", "modified_since=yesterday", "modified_since=2026")) {
            assertThat(get("/catalog.ttl?" + query, "*/*").statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
        Graph later = RdfFiles.read(file("/catalog.ttl?modified_since=2999-01-01", "later.ttl"));
        assertThat(Values.subjects(later, Rdf.TYPE, Dcat.DATASET_CLASS)).isEmpty();
    }

    @Test
    void fromAFindingToTheRecordItIsTwoClicks() throws Exception {
        String dataset = page("/dataset/trees?lang=en");
        assertThat(dataset).contains("Inspected after felling").contains("sample.csv, record ");
        Matcher receipt = Pattern.compile("href=\"(/lineage/tree/[^\"]+)\"").matcher(dataset);
        assertThat(receipt.find()).isTrue();
        String lineage = page(receipt.group(1));
        assertThat(lineage)
                .contains("sample.csv")
                .contains("<code>gisid</code>")
                .contains("namlr")
                .containsPattern("class=\"digest\">[0-9a-f]{64}<")
                .containsPattern("mapping, line [0-9]+");
        String turtle =
                get(receipt.group(1).replaceAll("\\?.*", "") + ".ttl", "*/*").body();
        assertThat(turtle).contains("prov:hadPrimarySource").contains("-record-");
    }

    @Test
    void qualityIsDataWithNumeratorAndDenominator() throws Exception {
        assertThat(get("/dataset/trees/quality.json", "*/*").body())
                .contains("\"records-mapped\"")
                .contains("\"denominator\"")
                .contains("240 geprüften Dingen: Eine Kontrolle");
        assertThat(get("/dataset/trees/quality.csv?lang=en", "*/*").body())
                .contains("trees#")
                .containsPattern("https://data.jena.de/id/tree/9_[0-9]+,[^\n]*sample.csv,[0-9]+,");
        Graph measured = RdfFiles.read(file("/quality.ttl", "quality.ttl"));
        List<Node> measurements = Values.subjects(measured, Rdf.TYPE, Dqv.QUALITY_MEASUREMENT);
        assertThat(measurements).hasSizeGreaterThan(30);
        for (Node measurement : measurements) {
            assertThat(measured.contains(measurement, Dqv.VALUE, Node.ANY)).isTrue();
        }
    }

    @Test
    void noSecretOfTheSourceIsOnAnySurface() throws Exception {
        assertThat(TOLD.toString()).doesNotContain("CANARY");
        Set<String> waiting = new TreeSet<>(surfaces());
        Set<String> seen = new TreeSet<>();
        while (!waiting.isEmpty() && seen.size() < 400) {
            String path = waiting.iterator().next();
            waiting.remove(path);
            seen.add(path);
            HttpResponse<byte[]> answer = bytes(path);
            String text = new String(unpacked(answer.body()), StandardCharsets.UTF_8);
            assertThat(text).as(path).doesNotContain("CANARY");
            assertThat(answer.headers().map().toString()).as(path).doesNotContain("CANARY");
            Matcher links = LINK.matcher(text);
            while (path.length() < 60 && links.find() && waiting.size() < 600) {
                waiting.add(links.group(1).replace("&amp;", "&"));
            }
            waiting.removeAll(seen);
        }
        assertThat(seen).hasSizeGreaterThan(100);
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("data/fetched")))
                    .toList()) {
                String text = new String(unpacked(Files.readAllBytes(file)), StandardCharsets.ISO_8859_1);
                assertThat(text).as(file.toString()).doesNotContain("CANARY");
            }
        }
    }

    private static List<String> surfaces() {
        List<String> paths = new ArrayList<>(List.of(
                "/",
                "/catalog",
                "/quality",
                "/quality.csv",
                "/state",
                "/limits",
                "/dump/trees/1.nq.gz",
                "/dump/trees/1.ttl.gz",
                "/dump/trees/1.geojson.gz",
                "/graph/trees",
                "/dataset/trees/release/1",
                "/dataset/trees/release/1.ttl",
                "/dataset/trees/release/1/mapping",
                "/dataset/trees/quality.json",
                "/dataset/trees/quality.csv",
                "/dataset/trees/table/UrbanTree.csv",
                "/catalog.ttl",
                "/nowhere",
                "/sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%20FILTER(CONTAINS(STR(%3Fo)%2C%22CAN%22))%7D"));
        for (int tree = 1; tree <= SECRETS; tree += 7) {
            String key = "tree/9_%05d".formatted(tree);
            Stream.of("/doc/%s", "/doc/%s.ttl", "/lineage/%s", "/lineage/%s.json")
                    .forEach(form -> paths.add(form.formatted(key)));
        }
        return paths;
    }

    private static byte[] unpacked(byte[] body) throws IOException {
        boolean packed = body.length > 2 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b;
        if (!packed) {
            return body;
        }
        try (var bytes = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(body))) {
            return bytes.readAllBytes();
        }
    }

    private static Path file(String path, String name) throws Exception {
        HttpResponse<String> response = get(path, "*/*");
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return Files.writeString(folder.resolve(name), response.body());
    }

    private static String page(String path) throws Exception {
        HttpResponse<String> response = get(path, "text/html");
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return response.body();
    }

    private static HttpResponse<String> get(String path, String accept) throws Exception {
        return client.send(request(path, accept), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<byte[]> bytes(String path) throws Exception {
        return client.send(request(path, "text/html, */*;q=0.1"), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpRequest request(String path, String accept) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path.replace(" ", "%20")))
                .header("Accept", accept)
                .build();
    }
}
