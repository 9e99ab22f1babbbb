package de.stadtgraph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.chart.Diagram;
import de.stadtgraph.cli.Commands;
import de.stadtgraph.cli.Terminal;
import de.stadtgraph.rdf.RdfFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `docs build` writes what people and programs need to know of the data model, complete and linked.
class DocsBuildTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#:]+)\"");

    @TempDir
    static Path folder;

    private static Path documentation = Path.of("");

    @BeforeAll
    static void builds() {
        documentation = folder.resolve("documentation");
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int exit = Commands.run(
                new Home(Path.of("../..")),
                new Terminal(stream, stream, false),
                "docs",
                "build",
                "--output",
                documentation.toString(),
                "--data",
                folder.resolve("data").toString());
        assertThat(exit).as(out.toString(StandardCharsets.UTF_8)).isZero();
    }

    private static String read(String file) throws IOException {
        return Files.readString(documentation.resolve(file));
    }

    @Test
    void everyModuleAndFamilyHasAllItsFilesAndIsListedWithItsStatus() throws IOException {
        for (String part : List.of("modules/green", "modules/core", "shapes/trees", "shapes/privacy")) {
            for (String suffix : List.of("ttl", "jsonld", "csv", "de.html", "en.html", "de.svg", "en.svg")) {
                assertThat(documentation.resolve(part + "." + suffix)).isNotEmptyFile();
            }
            assertThat(read("index.de.html")).contains(part + ".de.html").contains("Kandidat");
            assertThat(read("index.en.html")).contains(part + ".en.html").contains("candidate");
        }
        try (Stream<Path> families = Files.list(Path.of("../../shapes"))) {
            assertThat(families.filter(Files::isDirectory).map(Path::getFileName))
                    .allSatisfy(family -> assertThat(documentation.resolve("shapes/" + family + ".de.html"))
                            .exists());
        }
    }

    @Test
    void theWordsAreThoseOfTheLanguage() throws IOException {
        assertThat(read("modules/green.de.html"))
                .contains("<html lang=\"de\">")
                .contains("Baum des Baumkatasters")
                .contains("gehört zu");
        assertThat(read("modules/green.en.html"))
                .contains("<html lang=\"en\">")
                .contains("tree recorded in the city")
                .doesNotContain("Baum des Baumkatasters");
        assertThat(read("shapes/trees.de.html"))
                .contains("Der Baum wäre höher als 50 m.")
                .contains("Warnung");
    }

    @Test
    void noLinkLeadsNowhere() throws IOException {
        try (Stream<Path> files = Files.walk(documentation)) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".html")).toList()) {
                LINK.matcher(Files.readString(page))
                        .results()
                        .map(link -> page.resolveSibling(link.group(1)).normalize())
                        .forEach(
                                target -> assertThat(target).as(page.toString()).exists());
            }
        }
    }

    @Test
    void programsReadTheOtherFiles() throws IOException {
        JsonNode context =
                new ObjectMapper().readTree(read("modules/green.jsonld")).path("@context");
        assertThat(context.path("treeHeight").path("@id").asText())
                .isEqualTo("https://data.jena.de/def/municipal#treeHeight");
        assertThat(context.path("treeHeight").path("@type").asText())
                .isEqualTo("http://www.w3.org/2001/XMLSchema#decimal");
        assertThat(context.path("genus").path("@type").asText()).isEqualTo("@id");
        JsonNode parking =
                new ObjectMapper().readTree(read("shapes/parking.jsonld")).path("@context");
        assertThat(parking.path("type").path("@id").asText()).isEqualTo("http://purl.org/dc/terms/type");
        assertThat(read("modules/green.csv"))
                .startsWith("id,")
                .contains("treeHeight")
                .endsWith("\r\n");
        assertThat(RdfFiles.read(documentation.resolve("modules/green.ttl")).size())
                .isGreaterThan(50);
        assertThat(read("modules/green.de.svg"))
                .startsWith("<svg xmlns")
                .contains("jmo:UrbanTree")
                .contains("plantingYear: xsd:gYear")
                .doesNotContain("style=")
                .endsWith("</svg>\n");
    }

    @Test
    void whatStandsInADiagramIsText() {
        String svg = new Diagram(
                        List.of(
                                new Diagram.Box("<script>", List.of("a & b", "x".repeat(90))),
                                new Diagram.Box("B", List.of())),
                        List.of(new Diagram.Arrow("<script>", "B", "\">"), new Diagram.Arrow("B", "nowhere", "")))
                .svg("t<");

        assertThat(svg)
                .doesNotContain("<script>")
                .contains("&lt;script&gt;")
                .contains("a &amp; b")
                .contains("x".repeat(39) + "…")
                .containsOnlyOnce("<line ");
    }
}
