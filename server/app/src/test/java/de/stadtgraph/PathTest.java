package de.stadtgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.stadtgraph.cli.Commands;
import de.stadtgraph.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole path: raw file, checked release, SPARQL over HTTP and a page that dereferences; and the wrong inputs.
class PathTest {
    private static final Path CHECKOUT = Path.of("../..");
    private static final Path MATERIAL = Path.of("../../../shared/material/jena");
    private static final String PREFIX = "PREFIX jmo: <https://data.jena.de/def/municipal#> ";

    @TempDir
    Path folder;

    private record Told(int exit, String out, String err) {}

    private Told command(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        int exit;
        try (var first = new PrintStream(out, true, StandardCharsets.UTF_8);
                var second = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            exit = Commands.run(new Home(CHECKOUT), new Terminal(first, second, false), all.toArray(String[]::new));
        }
        return new Told(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String states() throws IOException {
        return Files.readString(folder.resolve("data/states.log"));
    }

    @Test
    void theSamplesBecomeReleasesThatAnswerOverHttp() throws Exception {
        Told first = command("run", "--json");
        assertThat(first.exit()).as(first.out() + first.err()).isZero();
        assertThat(first.out()).contains("\"dataset\":\"areas\",\"outcome\":\"published\"");
        assertThat(command("run", "--json").out())
                .contains("\"dataset\":\"trees\",\"outcome\":\"unchanged\"")
                .doesNotContain("published");

        Server server = Server.of(new Home(CHECKOUT), Config.DEFAULTS.with(null, null, 0), folder.resolve("data"));
        try (WebFront web = server.serve();
                HttpClient client = HttpClient.newHttpClient()) {
            String query =
                    PREFIX + "SELECT ?d (COUNT(?t) AS ?n) { ?t a jmo:UrbanTree ; jmo:withinDistrict ?d } GROUP BY ?d";
            String rows = get(client, web, "/sparql?query=" + encoded(query), "text/csv");
            assertThat(rows.lines()).hasSize(42);
            String turtle = get(client, web, "/doc/tree/9_00001", "text/turtle");
            String page = get(client, web, "/doc/tree/9_00001?lang=en", "text/html");
            assertThat(turtle).contains("jmo:UrbanTree").contains("jmo:withinDistrict");
            assertThat(page).contains("<html lang=\"en\">").contains("Urban tree");
        }
    }

    @Test
    void wrongInputsAreOneSentenceAndChangeNothing() throws IOException {
        assertThat(command("run", "areas").exit()).isZero();
        assertThat(command("run", "trees").exit()).isZero();
        String before = states();
        List<String> rows = Files.readAllLines(CHECKOUT.resolve("mappings/trees/sample.csv"));

        Told broken = command("run", "trees", "--source", half(rows).toString());
        assertThat(broken.exit()).isEqualTo(2);
        assertThat(broken.out()).contains("S3");
        Told cut = command(
                "run",
                "trees",
                "--source",
                write("cut.csv", rows.subList(0, 60)).toString());
        assertThat(cut.exit()).isEqualTo(2);
        assertThat(cut.out()).contains("S4");
        Told latin = command("run", "trees", "--source", latin(rows).toString());
        assertThat(latin.exit()).isIn(1, 2);
        assertThat(latin.out() + latin.err()).contains("latin.csv", "encoding").doesNotContain("Exception");
        Told absent = command("run", "trees", "--source", "none.csv");
        assertThat(absent.exit()).isEqualTo(1);
        assertThat(absent.err()).contains("no file none.csv");
        assertThat(command("run", "tree").err()).contains("There is no mapping module tree");
        assertThat(command("run", "trees", "--dry").exit()).isEqualTo(1);
        assertThat(states()).isEqualTo(before);
    }

    private Path half(List<String> rows) throws IOException {
        List<String> broken = new ArrayList<>(rows);
        for (int i = 0; i < broken.size(); i += 2) {
            broken.set(i, broken.get(i) + ";;;;;;;;;;;;;;;;too many");
        }
        return write("broken.csv", broken);
    }

    private Path latin(List<String> rows) throws IOException {
        return Files.write(
                folder.resolve("latin.csv"),
                (String.join("\r\n", rows).replace("Beispielfläche", "Beispielfläche ÄÖ") + "\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    private Path write(String name, List<String> rows) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\r\n", rows) + "\r\n");
    }

    @Test
    void theRealRegisterIsAccountedForAndLeaksNoMark() throws IOException {
        assumeTrue(Files.isDirectory(MATERIAL), "the city's raw files are not at hand");
        Path districts = MATERIAL.resolve("privathaushalte/data/statbez.geojson");
        Path ortsteile = MATERIAL.resolve("privathaushalte/data/ortsteile.geojson");
        Told areas =
                command("run", "areas", "--source", "ortsteile=" + ortsteile, "--source", "districts=" + districts);
        assertThat(areas.exit()).as(areas.err()).isZero();

        Told trees = command("run", "trees", "--json", "--source", marked().toString());

        assertThat(trees.exit()).as(trees.out() + trees.err()).isZero();
        assertThat(trees.out())
                .contains("\"records\":{\"read\":42642,\"mapped\":42642,\"rejected\":0}")
                .contains("\"results\":{\"violation\":355,\"warning\":490,\"info\":948}");
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("fetched"))
                    .toList()) {
                assertThat(text(file)).as(file.toString()).doesNotContain("CANARY");
            }
        }
        assertThat(trees.out() + trees.err()).doesNotContain("CANARY");
    }

    /// The register with 50 unmistakable marks in the column of the inspectors.
    private Path marked() throws IOException {
        List<String> rows = Files.readAllLines(MATERIAL.resolve("baeume-derived/jena_baeume.csv"));
        List<String> marked = new ArrayList<>();
        int mark = 0;
        for (String row : rows) {
            String[] cells = row.split(";", -1);
            boolean plain = !row.contains("\"") && mark < 50 && cells.length > 15 && !cells[15].isEmpty();
            if (plain) {
                cells[15] = "CANARY" + mark++;
            }
            marked.add(plain ? String.join(";", cells) : row);
        }
        assertThat(mark).isEqualTo(50);
        return write("marked.csv", marked);
    }

    private static String text(Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        }
        try (var bytes = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String get(HttpClient client, WebFront web, String path, String accept) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path))
                .header("Accept", accept)
                .build();
        var response = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return response.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
