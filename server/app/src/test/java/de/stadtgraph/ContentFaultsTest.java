package de.stadtgraph;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.cli.Commands;
import de.stadtgraph.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `check` fails on each fault that is planted into a small checkout, and only then.
class ContentFaultsTest {
    @TempDir
    Path checkout;

    private static final String QUERY = """
            #+ title: {de: "Parkplätze", en: "Parking"}
            #+ question: {de: "Welche Parkplätze gibt es?", en: "Which parking facilities are there?"}
            #+ datasets: [parking, kos]
            #+ columns:
            #+   facility: {label: {de: "Parkplatz", en: "Facility"}}
            #+ expect: {rows: {min: 20}, columns: [facility], unique: [facility]}
            PREFIX schema: <http://schema.org/>
            SELECT ?facility WHERE { ?facility a schema:ParkingFacility }
            """;

    /// The ontology with its code lists, the shapes, one module, one query on its sample.
    @BeforeEach
    void smallCheckout() throws IOException {
        for (String part : List.of("ontologies", "shapes", "mappings/parking")) {
            CheckoutParts.copy(checkout, part);
        }
        CheckoutParts.copy(checkout, "stadtgraph.yaml");
        Path topic = Files.createDirectories(checkout.resolve("queries/mobility"));
        Files.writeString(topic.resolve("parking-facilities.rq"), QUERY);
    }

    private record Told(int exit, String text) {
        /// What is wrong, but for terms that only modules use which were not copied.
        List<String> complaints() {
            return text.lines()
                    .filter(line -> line.contains(": ") && !line.contains("is used by no mapping"))
                    .toList();
        }
    }

    private Told check() {
        var out = new ByteArrayOutputStream();
        int exit;
        try (var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            exit = Commands.run(
                    new Home(checkout),
                    new Terminal(print, print, false),
                    "check",
                    "--data",
                    checkout.resolve("data").toString());
        }
        return new Told(exit, out.toString(StandardCharsets.UTF_8));
    }

    private void replace(String file, String text, String other) throws IOException {
        Path path = checkout.resolve(file);
        String before = Files.readString(path);
        assertThat(before).contains(text);
        Files.writeString(path, before.replace(text, other));
    }

    @Test
    void aMisspeltNamespaceIsNamedWithFileAndLine() throws IOException {
        replace("mappings/parking/dataset.ttl", "http://data.europa.eu/r5r/", "http://data.europa.eu/r5r#");

        Told told = check();

        assertThat(told.exit()).as(told.text()).isEqualTo(2);
        assertThat(told.text())
                .contains("mappings/parking/dataset.ttl:")
                .contains("is bound to http://data.europa.eu/r5r#; meant is http://data.europa.eu/r5r/.");
    }

    @Test
    void aShapeWithoutExampleIsNamed() throws IOException {
        replace(
                "shapes/parking/invalid/parking.ttl",
                "    [ sh:sourceShape jsh:FacilityName ; sh:focusNode ex:p1 ; sh:resultPath skos:prefLabel ; "
                        + "sh:resultSeverity sh:Violation ] ,\n",
                "");

        Told told = check();

        assertThat(told.exit()).as(told.text()).isEqualTo(2);
        assertThat(told.complaints())
                .anyMatch(line -> line.contains("FacilityName has no expected result in invalid/"))
                .allMatch(line -> line.contains("FacilityName"));
    }

    @Test
    void aModuleWhoseSampleMakesOtherStatementsIsNamed() throws IOException {
        replace("mappings/parking/sample.geojson", "Beispielplatz 1", "Beispielplatz 11");

        Told told = check();

        assertThat(told.exit()).as(told.text()).isEqualTo(2);
        assertThat(told.text()).contains("expected.nq: 2 statements differ");
    }

    @Test
    void withoutAFaultNothingIsComplainedOf() {
        assertThat(check().complaints()).isEmpty();
    }

    @Test
    void aQueryThatReturnsNothingOnTheBundledDataIsNamed() throws IOException {
        replace("queries/mobility/parking-facilities.rq", "schema:ParkingFacility", "schema:ParkingLot");

        Told told = check();

        assertThat(told.exit()).as(told.text()).isEqualTo(2);
        assertThat(told.complaints())
                .containsExactly("query parking-facilities: it has 0 rows, at least 20 are expected.");
    }

    @Test
    void aQueryOnADatasetThatIsNotBundledIsNamed() throws IOException {
        replace("queries/mobility/parking-facilities.rq", "[parking, kos]", "[parkings, kos]");

        Told told = check();

        assertThat(told.exit()).as(told.text()).isEqualTo(2);
        assertThat(told.complaints())
                .containsExactly("query parking-facilities: there is no bundled dataset parkings.");
    }
}
