package de.stadtgraph.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.catalog.DatasetFile;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.workshop.Proposal.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An editor drafts and proposes, a steward decides, the folder `shapes/` has the next version.
class WorkshopTest {
    private static final Path CHECKOUT = Path.of("..", "..");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-01T10:00:00Z"), ZoneOffset.UTC);
    private static final String TIGHTER = "sh:maxInclusive 12 ;";
    private static final String LIMIT = "sh:maxInclusive 50 ;";

    @TempDir
    private Path work = Path.of("");

    private Path shapes = Path.of("");
    private Workshop workshop = workshop(work);

    @BeforeEach
    void copiesTheFamilies() throws IOException {
        shapes = work.resolve("shapes");
        Path from = CHECKOUT.resolve("shapes");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = shapes.resolve(from.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(to.getParent()));
                Files.copy(file, to);
            }
        }
        workshop = workshop(work);
    }

    @Test
    void theFamilyStaysAsItIsWhileADraftIsWritten() throws IOException {
        String before = Files.readString(shapes.resolve("trees/shapes.ttl"));

        tighten();

        assertThat(Files.readString(shapes.resolve("trees/shapes.ttl"))).isEqualTo(before);
        assertThat(workshop.drafts().part("trees", Part.SHAPES).text()).contains(TIGHTER);
        assertThat(workshop.families())
                .filteredOn(card -> card.name().equals("trees"))
                .singleElement()
                .satisfies(card -> assertThat(card.draft()).isTrue());
    }

    @Test
    void twoEditorsDoNotOverwriteEachOther() {
        Drafts.Tagged read = workshop.drafts().part("trees", Part.SHAPES);
        workshop.drafts().save("trees", Part.SHAPES, read.text() + "\n# mine\n", read.tag());

        assertThatThrownBy(() -> workshop.drafts().save("trees", Part.SHAPES, read.text() + "\n# theirs\n", read.tag()))
                .isInstanceOfSatisfying(
                        ServerException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.PRECONDITION_FAILED));
        assertThat(workshop.drafts().part("trees", Part.SHAPES).text()).endsWith("# mine\n");
    }

    @Test
    void aDraftSurvivesARestartOfTheServer() {
        tighten();

        assertThat(workshop(work).drafts().part("trees", Part.SHAPES).text()).contains(TIGHTER);
    }

    @Test
    void noPartOutsideTheFamilyCanBeNamed() {
        for (String name :
                List.of("../x.ttl", "valid/../../x.ttl", "/etc/passwd", "shapes.ttl/x", "valid/x.ttl\n", "")) {
            assertThatThrownBy(() -> new Part(name)).isInstanceOf(ServerException.class);
        }
        assertThatThrownBy(() -> workshop.drafts().part("../trees", Part.SHAPES))
                .isInstanceOf(ServerException.class);
    }

    @Test
    void mistakesAreMarkedOnTheirLines() {
        Drafts.Tagged read = workshop.drafts().part("trees", Part.SHAPES);
        String text = read.text()
                .replaceFirst("jmo:species ;", "jmo:speciez ;")
                .replaceFirst("http://www.opengis.net/ont/geosparql#", "https://www.opengis.net/ont/geosparql");
        workshop.drafts().save("trees", Part.SHAPES, text, read.tag());

        List<Mark> marks = workshop.marks("trees");

        assertThat(marks)
                .anySatisfy(mark -> {
                    assertThat(mark.message().en()).contains("speciez does not exist");
                    assertThat(text.lines().toList().get(mark.line() - 1)).contains("speciez");
                })
                .anySatisfy(mark -> assertThat(mark.message().en()).contains("meant is"));
    }

    @Test
    void anExpressionThatDoesNotCompileIsMarkedOnItsLine() {
        Drafts.Tagged read = workshop.drafts().part("trees", Part.SHAPES);
        String text = read.text().replace("\"^POINT ?\\\\(\"", "\"^POINT ?\\\\((\"");
        assertThat(text).isNotEqualTo(read.text());
        workshop.drafts().save("trees", Part.SHAPES, text, read.tag());

        assertThat(workshop.marks("trees")).anySatisfy(mark -> {
            assertThat(mark.grave()).isTrue();
            assertThat(mark.message().de()).contains("reguläre Ausdruck");
            assertThat(text.lines().toList().get(mark.line() - 1)).contains("sh:pattern");
        });
    }

    @Test
    void aSeverityInsideTheQueryIsAdvisedAgainst() {
        Drafts.Tagged read = workshop.drafts().part("trees", Part.SHAPES);
        String text = read.text().replaceFirst("sh:select \"\"\"", "sh:severity sh:Info ; sh:select \"\"\"");
        workshop.drafts().save("trees", Part.SHAPES, text, read.tag());

        assertThat(workshop.marks("trees"))
                .anyMatch(mark -> !mark.grave() && mark.message().en().contains("belongs to the shape"));
    }

    @Test
    void aTextThatIsNoTurtleAndWhatIsNeverRunAreGrave() {
        Drafts.Tagged read = workshop.drafts().part("trees", Part.SHAPES);
        String tag = workshop.drafts().save("trees", Part.SHAPES, read.text() + "\njsh:Broken a ;\n", read.tag());
        assertThat(workshop.marks("trees")).singleElement().satisfies(mark -> {
            assertThat(mark.grave()).isTrue();
            assertThat(mark.line()).isGreaterThan(10);
        });
        assertThatThrownBy(() -> workshop.preview("trees", PreviewWatch.SILENT)).isInstanceOf(ServerException.class);

        workshop.drafts()
                .save("trees", Part.SHAPES, read.text() + "\njsh:TreeKey sh:js [ sh:jsFunctionName \"f\" ] .\n", tag);
        assertThat(workshop.marks("trees"))
                .anyMatch(mark -> mark.grave() && mark.message().en().contains("never run"));
    }

    @Test
    void aSecondPersonAdoptsAndTheVersionGrows() throws IOException {
        tighten();
        Preview preview = workshop.preview("trees", PreviewWatch.SILENT);
        assertThat(preview.appeared()).isPositive();
        assertThat(workshop.nextVersion("trees")).isEqualTo("0.2.0");
        Proposal proposal = workshop.propose("trees", "editor1", "Trees above 12 m are looked at again.");
        workshop.review().proposals().comment(proposal.number(), "steward1", "Good.");

        assertThatThrownBy(() -> workshop.decide(proposal.number(), Status.ADOPTED, "editor1"))
                .hasMessageContaining("Somebody else");
        Proposal adopted = workshop.decide(proposal.number(), Status.ADOPTED, "steward1");

        assertThat(adopted.status()).isEqualTo(Status.ADOPTED);
        String text = Files.readString(shapes.resolve("trees/shapes.ttl"));
        assertThat(text).contains(TIGHTER).contains("owl:versionInfo \"0.2.0\"");
        assertThat(Files.readString(shapes.resolve("trees/versions/0.2.0.ttl"))).isEqualTo(text);
        assertThat(Files.readString(shapes.resolve("trees/CHANGELOG.md")))
                .contains("## 0.2.0, 2026-05-01")
                .contains("Trees above 12 m are looked at again.");
        assertThat(workshop.drafts().exists("trees")).isFalse();
        assertThatThrownBy(() -> workshop.decide(proposal.number(), Status.REJECTED, "steward2"))
                .hasMessageContaining("decided already");
    }

    /// Both would be 0.2.0; the second was not made from what the first made.
    @Test
    void anAdoptedChangeIsNotOverwrittenByAnOlderProposal() throws IOException {
        tighten();
        Proposal first = workshop.propose("trees", "editor1", "Looked at again.");
        Drafts.Tagged read = workshop.drafts().part("trees", Part.SHAPES);
        workshop.drafts().save("trees", Part.SHAPES, read.text().replace(TIGHTER, "sh:maxInclusive 13 ;"), read.tag());
        Proposal second = workshop.propose("trees", "editor2", "Not quite so strict.");
        assertThat(second.to()).isEqualTo(first.to());
        workshop.decide(first.number(), Status.ADOPTED, "steward1");

        assertThatThrownBy(() -> workshop.decide(second.number(), Status.ADOPTED, "steward1"))
                .hasMessageContaining("make the proposal anew");
        assertThat(Files.readString(shapes.resolve("trees/shapes.ttl"))).contains(TIGHTER);
    }

    @Test
    void aDraftWhoseExamplesFailIsNotProposed() {
        Drafts.Tagged read = workshop.drafts().part("trees", Part.SHAPES);
        workshop.drafts().save("trees", Part.SHAPES, read.text().replace(LIMIT, "sh:maxInclusive 1 ;"), read.tag());

        assertThatThrownBy(() -> workshop.propose("trees", "editor1", "No tree is tall."))
                .hasMessageContaining("examples do not pass");
    }

    @Test
    void aSuggestionIsTakenIntoTheDraftAndSuggestedNoMore() throws IOException {
        Suggestion first = workshop.suggestions("trees").suggestions().getFirst();

        assertThat(workshop.accept("trees", first.key())).isEqualTo("trees");

        String draft = workshop.drafts().part("trees", Part.SHAPES).text();
        assertThat(draft).endsWith(first.turtle("https://data.jena.de/shapes/trees"));
        assertThat(workshop.marks("trees")).noneMatch(Mark::grave);
        assertThat(workshop.suggestions("trees").suggestions())
                .isNotEmpty()
                .noneMatch(suggestion -> suggestion.key().equals(first.key()));
        assertThatThrownBy(() -> workshop.accept("trees", first.key())).hasMessageContaining("suggest this no more");
        assertThat(Files.readString(shapes.resolve("trees/shapes.ttl"))).doesNotContain(first.turtle("x"));
    }

    @Test
    void aShapeWithoutAnExampleIsMarkedAtItsLineInBothLanguages() {
        workshop.accept(
                "trees", workshop.suggestions("trees").suggestions().getFirst().key());
        List<String> lines =
                workshop.drafts().part("trees", Part.SHAPES).text().lines().toList();

        assertThat(workshop.examples("trees")).anySatisfy(mark -> {
            assertThat(mark.message().de()).endsWith("hat kein erwartetes Ergebnis in invalid/.");
            assertThat(mark.message().en()).endsWith("has no expected result in invalid/.");
            String name = mark.message().en().split(" ", 2)[0];
            assertThat(lines.get(mark.line() - 1)).contains("#" + name + "> a sh:PropertyShape");
        });
    }

    @Test
    void whatNoShapeSeesAndWhichShapesSawNothingIsTold() {
        Coverage coverage = workshop.coverage("trees");

        assertThat(coverage.unseenProperties())
                .extracting(unseen -> unseen.term().getURI())
                .contains("https://data.jena.de/def/municipal#vitality")
                .doesNotContain("https://data.jena.de/def/municipal#species");
        assertThat(coverage.idleShapes())
                .extracting(shape -> shape.iri())
                .containsExactly("https://data.jena.de/shapes/trees#SharedPosition");
    }

    @Test
    void theStepOfAVersionFollowsFromWhatSuppliersMustDo() throws IOException {
        assertThat(step("Die Baumart fehlt.", "Es fehlt die Baumart.")).isEqualTo(VersionStep.PATCH);
        assertThat(step(LIMIT, TIGHTER)).isEqualTo(VersionStep.MINOR);
        assertThat(step("sh:datatype xsd:string ;", "sh:datatype xsd:string ; sh:minLength 3 ;"))
                .isEqualTo(VersionStep.MAJOR);
        assertThat(step("# nothing", "# nothing")).isEqualTo(VersionStep.NONE);
        assertThat(VersionStep.MAJOR.after("0.1.9")).isEqualTo("1.0.0");
        assertThat(VersionStep.PATCH.after("1.2.9")).isEqualTo("1.2.10");
        assertThat(VersionStep.MINOR.after("draft")).isEqualTo("0.1.0");
    }

    private VersionStep step(String old, String changed) throws IOException {
        String text = Files.readString(shapes.resolve("trees/shapes.ttl"));
        Path file = Files.createDirectories(work.resolve("changed")).resolve("shapes.ttl");
        Files.writeString(file, text.replaceFirst(java.util.regex.Pattern.quote(old), changed));
        return VersionStep.between(
                de.stadtgraph.validation.Shapes.read(shapes.resolve("trees/shapes.ttl")),
                de.stadtgraph.validation.Shapes.read(file));
    }

    private void tighten() {
        Drafts.Tagged read = workshop.drafts().part("trees", Part.SHAPES);
        workshop.drafts().save("trees", Part.SHAPES, read.text().replace(LIMIT, TIGHTER), read.tag());
        for (Part part : workshop.drafts().parts("trees").keySet()) {
            Drafts.Tagged example = workshop.drafts().part("trees", part);
            if (part.name().startsWith("valid/")) {
                workshop.drafts()
                        .save(
                                "trees",
                                part,
                                example.text().replaceAll("jmo:treeHeight \\S+", "jmo:treeHeight 9.0"),
                                example.tag());
            }
        }
    }

    private static Workshop workshop(Path work) {
        var places = new Workshop.Places(work.resolve("shapes"), work.resolve("workspace"), Keeper.NONE);
        Graph terms = GraphFactory.createDefaultGraph();
        try (Stream<Path> files = Files.walk(CHECKOUT.resolve("ontologies"))) {
            files.filter(file -> file.toString().endsWith(".ttl"))
                    .forEach(file -> RdfFiles.read(file).find().forEachRemaining(terms::add));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var lint = new ShapesLint(KnownTerms.of(terms), _ -> Optional.<Text>empty());
        return new Workshop(places, GraphFactory.createDefaultGraph(), lint, new Trees(), CLOCK);
    }

    /// The sample of the tree register as the published data.
    private static final class Trees implements CurrentData {
        private static final Dataset DESCRIPTION = DatasetFile.read(
                CHECKOUT.resolve("mappings/trees/dataset.ttl"), "trees", new CityIris("https://data.jena.de/"));

        @Override
        public Held judgedBy(String family) {
            Graph data = RdfFiles.readTriples(CHECKOUT.resolve("mappings/trees/expected.nq"));
            return new Held() {
                @Override
                public List<JudgedDataset> datasets() {
                    return List.of(new JudgedDataset(DESCRIPTION, 1, data));
                }

                @Override
                public long state() {
                    return 1;
                }

                @Override
                public void close() {
                    // nothing is held
                }
            };
        }

        @Override
        public Held named(String dataset) {
            return judgedBy(dataset);
        }

        @Override
        public List<String> published() {
            return List.of("trees");
        }

        @Override
        public SortedMap<String, Long> uses(Node term, long most) {
            return new TreeMap<>();
        }

        @Override
        public List<ReleaseOutcome> history(String dataset) {
            return List.of(new ReleaseOutcome(
                    1,
                    CLOCK.instant(),
                    Map.of(
                            "https://data.jena.de/shapes/trees#TreeKey", new ReleaseOutcome.Count(300, 0),
                            "https://data.jena.de/shapes/trees#SharedPosition", new ReleaseOutcome.Count(0, 0))));
        }

        @Override
        public List<MappingRule> rules(String dataset) {
            return List.of(new MappingRule("https://data.jena.de/def/municipal#treeHeight", List.of("baumhoehe"), 7));
        }
    }
}
