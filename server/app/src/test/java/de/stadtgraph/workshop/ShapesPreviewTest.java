package de.stadtgraph.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.catalog.DatasetFile;
import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.validation.ShapeFamily;
import de.stadtgraph.validation.Shapes;
import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.workshop.ShapesPreview.Forms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a change of shapes does is told before it is made.
class ShapesPreviewTest {
    private static final Path CHECKOUT = Path.of("..", "..");
    private static final Path TREES = CHECKOUT.resolve("shapes/trees/shapes.ttl");
    private static final Dataset DESCRIPTION = DatasetFile.read(
            CHECKOUT.resolve("mappings/trees/dataset.ttl"), "trees", new CityIris("https://data.jena.de/"));

    @TempDir
    private Path temporary = Path.of("");

    @Test
    void shapesThatAreTheSameAreNotRun() {
        Preview preview = compare(text -> text);

        assertThat(preview.changes()).isEmpty();
        assertThat(preview.sentence().en())
                .isEqualTo("0 new results, 0 fixed, 0 unchanged; no dataset would be refused.");
    }

    @Test
    void aTighterLimitShowsNewResultsAndKeepsTheOld() {
        Preview preview = compare(text -> text.replace("sh:maxInclusive 50 ;", "sh:maxInclusive 12 ;"));

        assertThat(preview.changes()).singleElement().satisfies(change -> {
            assertThat(change.localName()).isEqualTo("HeightAboveLimit");
            assertThat(change.appeared()).isPositive();
            assertThat(change.unchanged()).isPositive();
            assertThat(change.fixed()).isZero();
            assertThat(change.samples())
                    .isNotEmpty()
                    .noneMatch(sample -> sample.value().isEmpty());
            assertThat(change.refuses()).isFalse();
        });
        assertThat(preview.refused()).isEmpty();
    }

    @Test
    void aSeverityThatBecomesABlockWouldRefuseTheDataset() {
        Preview preview = compare(text -> {
            int shape = text.indexOf("jsh:SpeciesMissing a");
            return text.substring(0, shape) + text.substring(shape).replaceFirst("sh:Violation", "jmo:Block");
        });

        assertThat(preview.changes()).singleElement().satisfies(change -> {
            assertThat(change.before()).isEqualTo(Optional.of("violation"));
            assertThat(change.after()).isEqualTo(Optional.of("block"));
            assertThat(change.appeared()).isZero();
            assertThat(change.unchanged()).isPositive();
        });
        assertThat(preview.refused()).containsExactly("trees");
        assertThat(preview.sentence().de()).endsWith("abgelehnt würde: trees.");
    }

    @Test
    void aShapeThatGoesFixesItsResults() {
        Preview preview = compare(text -> {
            int start = text.indexOf("jsh:SpeciesMissing a");
            int end = text.indexOf("\n\n", start);
            return text.substring(0, start) + text.substring(end);
        });

        assertThat(preview.changes()).singleElement().satisfies(change -> {
            assertThat(change.after()).isEmpty();
            assertThat(change.fixed()).isPositive();
            assertThat(change.fixedSamples()).isNotEmpty();
        });
    }

    @Test
    void aWatcherSeesEachComparisonAndMayEndIt() {
        List<ShapeChange> seen = new ArrayList<>();
        Preview preview =
                compare(text -> text.replace("sh:severity sh:Warning", "sh:severity sh:Info"), new PreviewWatch() {
                    @Override
                    public void compared(ShapeChange change, int done, int all) {
                        seen.add(change);
                    }

                    @Override
                    public boolean cancelled() {
                        return !seen.isEmpty();
                    }
                });

        assertThat(seen).hasSize(1);
        assertThat(preview.cancelled()).isTrue();
        assertThat(preview.changes()).hasSize(1);
    }

    @Test
    void aWatcherSeesTheFirstResultsWhileTheOthersAreSought() {
        List<ShapeChange> begun = new ArrayList<>();
        var watch = new PreviewWatch() {
            @Override
            public void begun(ShapeChange soFar) {
                begun.add(soFar);
            }
        };
        Graph data = RdfFiles.readTriples(CHECKOUT.resolve("mappings/trees/expected.nq"));
        for (int tree = 1; tree <= 6_000; tree++) {
            String text =
                    "<https://data.jena.de/id/tree/more_%d> a jmo:UrbanTree ; jmo:treeHeight 40.0 .".formatted(tree);
            RDFParser.fromString("PREFIX jmo: <https://data.jena.de/def/municipal#> " + text, Lang.TURTLE)
                    .parse(data);
        }

        Preview preview = compare(data, text -> text.replace("sh:maxInclusive 50 ;", "sh:maxInclusive 12 ;"), watch);

        assertThat(begun).hasSizeBetween(2, 3).isSortedAccordingTo(Comparator.comparingLong(ShapeChange::judged));
        ShapeChange first = begun.getFirst();
        ShapeChange whole = preview.changes().getFirst();
        assertThat(first.judged()).isEqualTo(500);
        assertThat(first.appeared()).isPositive().isLessThanOrEqualTo(500);
        assertThat(first.bound()).isTrue();
        assertThat(first.fixed()).as("not known yet").isZero();
        assertThat(whole.judged()).isGreaterThan(6_000);
        assertThat(whole.appeared()).isGreaterThanOrEqualTo(6_000);
        assertThat(whole.bound()).isFalse();
        assertThat(begun.getLast().appeared()).isEqualTo(whole.appeared());
    }

    @Test
    void onlyWhatPeopleReadDiffersSoTheResultsStay() {
        Preview preview = compare(text -> text.replace("jmo:repairHint \"", "jmo:repairHint \"Neu: "));

        assertThat(preview.changes()).isNotEmpty();
        assertThat(preview.unchanged()).isPositive();
        assertThat(preview.appeared() + preview.fixed()).isZero();
    }

    @Test
    void whatAReleasedShapeFoundInAReleaseIsRemembered() {
        var preview = new ShapesPreview(GraphFactory.createDefaultGraph());
        Graph data = RdfFiles.readTriples(CHECKOUT.resolve("mappings/trees/expected.nq"));
        Graph none = GraphFactory.createDefaultGraph();
        ShapeFamily old = Shapes.read(TREES);
        Edit edit = text -> text.replace("sh:maxInclusive 50 ;", "sh:maxInclusive 12 ;");
        var forms = new Forms(old, edited(edit), "tag of the text");
        preview.learn(old, "tag of the text", List.of(new JudgedDataset(DESCRIPTION, 1, data)), PreviewWatch.SILENT);

        assertThat(preview.compare(forms, List.of(new JudgedDataset(DESCRIPTION, 1, none)), PreviewWatch.SILENT)
                        .fixed())
                .as("known of release 1")
                .isPositive();
        assertThat(preview.compare(forms, List.of(new JudgedDataset(DESCRIPTION, 2, none)), PreviewWatch.SILENT)
                        .fixed())
                .as("another release")
                .isZero();
    }

    /// A change of the text of a family.
    private interface Edit {
        String apply(String text);
    }

    private Preview compare(Edit edit) {
        return compare(edit, PreviewWatch.SILENT);
    }

    private Preview compare(Edit edit, PreviewWatch watch) {
        return compare(RdfFiles.readTriples(CHECKOUT.resolve("mappings/trees/expected.nq")), edit, watch);
    }

    private Preview compare(Graph data, Edit edit, PreviewWatch watch) {
        ShapeFamily old = Shapes.read(TREES);
        return new ShapesPreview(GraphFactory.createDefaultGraph())
                .compare(Forms.of(old, edited(edit)), List.of(new JudgedDataset(DESCRIPTION, 1, data)), watch);
    }

    private ShapeFamily edited(Edit edit) {
        try {
            Path file = Files.createDirectories(temporary.resolve("trees")).resolve("shapes.ttl");
            Files.writeString(file, edit.apply(Files.readString(TREES)));
            return Shapes.read(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
