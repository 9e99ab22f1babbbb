package de.stadtgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.stadtgraph.cli.Commands;
import de.stadtgraph.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The city's own files go through the modules that are bundled: every record is accounted for, and the reports name
/// the defects that the files really have.
class RealFilesTest {
    private static final Path CHECKOUT = Path.of("../..");
    private static final Path MATERIAL = Path.of("../../../shared/material");
    private static final Path HOUSEHOLDS = MATERIAL.resolve("jena/privathaushalte/data");

    @TempDir
    Path folder;

    private record Told(int exit, String text) {}

    @BeforeEach
    void theFilesAreAtHand() {
        assumeTrue(Files.isDirectory(MATERIAL.resolve("jena")), "the city's raw files are not at hand");
    }

    private Told run(String module, String source, Path file) {
        return run(module, Map.of(source, file));
    }

    private Told run(String module, Map<String, Path> sources) {
        List<String> arguments = new ArrayList<>(
                List.of("run", module, "--data", folder.resolve("data").toString()));
        sources.forEach((name, file) -> arguments.addAll(List.of("--source", name + "=" + file)));
        var out = new ByteArrayOutputStream();
        int exit;
        try (var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            exit = Commands.run(
                    new Home(CHECKOUT), new Terminal(print, print, false), arguments.toArray(String[]::new));
        }
        return new Told(exit, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void populationAndHouseholdsMatchAllTheirTotals() {
        Told population = run("population", "population", MATERIAL.resolve("jena/pflegeguete/ew_sum.csv"));
        Told households = run("households", "households", HOUSEHOLDS.resolve("hh_priv.csv"));
        Told single = run("households-single", "households", HOUSEHOLDS.resolve("hh_priv_1.csv"));

        assertThat(population.exit()).as(population.text()).isZero();
        assertThat(population.text())
                .contains("1,333 records read, 1,247 mapped, 0 rejected")
                .contains("0 violations, 0 warnings");
        for (Told told : List.of(households, single)) {
            assertThat(told.exit()).as(told.text()).isZero();
            assertThat(told.text())
                    .contains("516 records read, 473 mapped, 0 rejected")
                    .contains("0 violations, 0 warnings");
        }
    }

    @Test
    void valuesSilentlyReplacedByZeroAreRefusedUntilTheyAreSuppressed() throws IOException {
        Path source = HOUSEHOLDS.resolve("hh_priv_1_60plus.csv");

        Told silent = run("households-single-60plus", "households", source);
        Told suppressed = run("households-single-60plus", "households", suppressed(source));

        assertThat(silent.exit()).as(silent.text()).isEqualTo(2);
        assertThat(silent.text()).contains("5  block     P5 Disclosure by subtraction");
        assertThat(suppressed.exit()).as(suppressed.text()).isZero();
        assertThat(suppressed.text()).contains("published as release 1");
    }

    /// Zeros become secret cells; then the smallest other cells of a date are suppressed until its total gives none
    /// away.
    private Path suppressed(Path source) throws IOException {
        List<String[]> rows = Files.readAllLines(source).stream()
                .map(line -> line.split(",", -1))
                .toList();
        int width = rows.getFirst().length;
        for (int column = 2; column < width - 1; column++) {
            suppress(rows, column);
        }
        List<String> lines = rows.stream().map(row -> String.join(",", row)).toList();
        return Files.write(folder.resolve("suppressed.csv"), lines);
    }

    private static void suppress(List<String[]> rows, int column) {
        int total = Integer.parseInt(rows.get(1)[column]);
        List<String[]> districts = new ArrayList<>(rows.subList(2, rows.size() - 1));
        districts.stream().filter(row -> row[column].equals("0")).forEach(row -> row[column] = ".");
        while (givenAway(total, districts, column)) {
            districts.stream()
                    .filter(row -> row[column].matches("\\d+"))
                    .min(Comparator.comparingInt(row -> Integer.parseInt(row[column])))
                    .orElseThrow()[column] = "/";
        }
    }

    private static boolean givenAway(int total, List<String[]> districts, int column) {
        int[] shown = districts.stream()
                .filter(row -> row[column].matches("\\d+"))
                .mapToInt(row -> Integer.parseInt(row[column]))
                .toArray();
        int hidden = districts.size() - shown.length;
        int rest = total - IntStream.of(shown).sum();
        return hidden > 0 && (hidden == 1 || rest <= hidden * 2);
    }

    @Test
    void parkingProjectsAndSensorsAreCountedAndTheirGapsNamed() {
        Told parking = run("parking", "parking", MATERIAL.resolve("jena/parken/jena.geojson"));
        Told projects = run("projects", "projects", MATERIAL.resolve("jena/vorhaben/VorhabenJena.json"));
        Told sensors =
                run("sensors", "sensors", MATERIAL.resolve("jena/udp/frontend/5gDemo/src/Mock/datastreams.json"));

        assertThat(parking.exit()).as(parking.text()).isZero();
        assertThat(parking.text()).contains("103 records read, 103 mapped, 0 rejected");
        assertThat(projects.exit()).as(projects.text()).isZero();
        assertThat(projects.text())
                .contains("44 records read, 44 mapped, 0 rejected")
                .contains("5  warning   Area recognised")
                .contains("7  warning   Values left out (Betroffenes Gebiet[*])");
        assertThat(sensors.exit()).as(sensors.text()).isZero();
        assertThat(sensors.text())
                .contains("99 records read, 99 mapped, 0 rejected")
                .contains("99  warning   Unit known");
    }

    private Told areas() {
        return run(
                "areas",
                Map.of(
                        "ortsteile", HOUSEHOLDS.resolve("ortsteile.geojson"),
                        "districts", HOUSEHOLDS.resolve("statbez.geojson")));
    }

    @Test
    void theOrtsteileAndDistrictsArePublished() {
        Told areas = areas();

        assertThat(areas.exit()).as(areas.text()).isZero();
        assertThat(areas.text())
                .contains("areas published as release 1")
                .contains("81 records read, 81 mapped, 0 rejected")
                .contains("0 violations, 0 warnings");
    }

    /// The counts are those of the raw file; positions are compared after rounding to 7 decimals of a degree, so that
    /// two trees more share one than in the metres of the file. Takes most of a minute.
    @Test
    @Tag("nightly")
    @EnabledIfSystemProperty(named = "stadtgraph.nightly", matches = "true")
    void eachKnownDefectOfTheTreeRegisterIsCounted() {
        areas();
        Told trees = run("trees", "trees", MATERIAL.resolve("jena/baeume-derived/jena_baeume.csv"));

        assertThat(trees.exit()).as(trees.text()).isZero();
        assertThat(trees.text())
                .contains("42,642 records read, 42,642 mapped, 0 rejected")
                .contains("333  violation Inspected after felling")
                .contains("19  violation Species is missing")
                .contains("3  violation Planted after felling")
                .contains("434  warning   Placeholder for a species")
                .contains("41  warning   No statistical district")
                .contains("6  warning   Circumference does not fit diameter")
                .contains("5  warning   Circumference above 1,000 cm")
                .contains("3  warning   Height above 50 m")
                .contains("1  warning   Crown diameter above 40 m")
                .contains("22  warning   Values left out (pflanzjahr)")
                .contains("696  info      Position shared");
    }

    @Test
    void filesOfOtherCitiesFitTheSameModules() {
        Told budget = run("budget", "budget", MATERIAL.resolve("city/muenster-haushalt/data/ergebnisse.csv"));

        assertThat(budget.exit()).as(budget.text()).isZero();
        assertThat(budget.text()).contains("1,501 records read, 1,500 mapped, 0 rejected");
    }
}
