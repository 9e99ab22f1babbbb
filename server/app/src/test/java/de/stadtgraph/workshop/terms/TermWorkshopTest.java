package de.stadtgraph.workshop.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.validation.OntologyLint;
import de.stadtgraph.workshop.CurrentData;
import de.stadtgraph.workshop.Drafts;
import de.stadtgraph.workshop.Keeper;
import de.stadtgraph.workshop.KnownTerms;
import de.stadtgraph.workshop.MappingRule;
import de.stadtgraph.workshop.Mark;
import de.stadtgraph.workshop.Part;
import de.stadtgraph.workshop.Proposal;
import de.stadtgraph.workshop.Proposal.Status;
import de.stadtgraph.workshop.Proposals;
import de.stadtgraph.workshop.ReleaseOutcome;
import de.stadtgraph.workshop.ShapesLint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ontology modules and code lists are drafted, proposed and adopted like shapes; terms stay for ever.
class TermWorkshopTest {
    private static final Path CHECKOUT = Path.of("..", "..");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-01T10:00:00Z"), ZoneOffset.UTC);
    private static final String GENUS = "rdfs:label \"Gattung\"@de , \"genus\"@en ;";

    private static final String NEW_TERM = """
            jmo:leafColour a owl:DatatypeProperty ;
              rdfs:label "Blattfarbe"@de , "leaf colour"@en ;
              skos:definition "Farbe der Blätter."@de , "Colour of the leaves."@en .

            """;

    @TempDir
    private Path work = Path.of("");

    private Keeper kept = Keeper.NONE;
    private TermWorkshop workshop = workshop();

    @BeforeEach
    void copiesTheCheckout() throws IOException {
        for (String part : List.of("ontologies", "shapes/trees", "mappings/trees", "queries/green")) {
            copy(CHECKOUT.resolve(part), work.resolve(part));
        }
        workshop = workshop();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.copy(file, copy);
            }
        }
    }

    private TermWorkshop workshop() {
        Path workspace = work.resolve("workspace");
        var places = new TermWorkshop.Places(work, workspace);
        return new TermWorkshop(places, new Proposals(workspace, CLOCK), kept, new Forty(), CLOCK);
    }

    private void edit(String vocabulary, String old, String changed) {
        Drafts.Tagged read = workshop.drafts().part(vocabulary, Part.TERMS);
        assertThat(read.text()).contains(old);
        workshop.drafts().save(vocabulary, Part.TERMS, read.text().replace(old, changed), read.tag());
    }

    @Test
    void modulesAndCodeListsAreListedWithTheirVersion() {
        assertThat(workshop.vocabularies())
                .extracting(TermWorkshop.Card::name)
                .contains("green", "core", "kos-vitality", "kos-tree-genus")
                .doesNotContain("municipal", "dataset", "kos-dataset");
        assertThat(workshop.vocabularies())
                .filteredOn(card -> card.name().equals("kos-vitality"))
                .singleElement()
                .satisfies(card -> assertThat(card.version()).isEqualTo("0.1.0"));
    }

    @Test
    void aTermTellsWhereItIsUsed() {
        assertThat(workshop.terms("green"))
                .filteredOn(used -> used.term().iri().getURI().endsWith("#genus"))
                .singleElement()
                .satisfies(used -> {
                    assertThat(used.term().label().de()).isEqualTo("Gattung");
                    assertThat(used.uses().datasets()).containsExactlyEntriesOf(new TreeMap<>(Map.of("trees", 40L)));
                    assertThat(used.uses().files())
                            .contains("shapes/trees/shapes.ttl", "mappings/trees/mapping.ttl")
                            .anyMatch(file -> file.startsWith("queries/green/"));
                });
    }

    @Test
    void whatADraftChangesIsToldByTerm() {
        edit("green", GENUS, "rdfs:label \"Baumgattung\"@de , \"genus\"@en ;");
        edit(
                "green",
                "jmo:plantingYear a owl:DatatypeProperty ;",
                "jmo:plantingYear a owl:DatatypeProperty ;\n  owl:deprecated true ;");

        assertThat(workshop.effect("green"))
                .extracting(used ->
                        Term.local(used.change().iri()) + " " + used.change().what())
                .containsExactly("genus TEXTS", "plantingYear DEPRECATED");
        assertThat(workshop.marks("green"))
                .anyMatch(mark -> mark.message().en().contains("dct:isReplacedBy names by what"));
    }

    @Test
    void aTermThatIsGoneAStrangersTermAndACircleAreGrave() {
        Drafts.Tagged read = workshop.drafts().part("kos-vitality", Part.TERMS);
        int last = read.text().indexOf("<https://data.jena.de/kos/vitality/4>");
        String text = read.text().substring(0, last) + """
                <https://example.org/kos/x> a skos:Concept .
                <https://data.jena.de/kos/vitality/0> skos:broader <https://data.jena.de/kos/vitality/1> .
                <https://data.jena.de/kos/vitality/1> skos:broader <https://data.jena.de/kos/vitality/0> .
                """;
        workshop.drafts().save("kos-vitality", Part.TERMS, text, read.tag());

        assertThat(workshop.marks("kos-vitality").stream()
                        .filter(Mark::grave)
                        .map(mark -> mark.message().en()))
                .anyMatch(message -> message.startsWith("4 is gone"))
                .anyMatch(message -> message.contains("does not belong into this vocabulary"))
                .anyMatch(message -> message.contains("runs in a circle"));
        assertThatThrownBy(() -> workshop.propose("kos-vitality", "editor1", "x"))
                .isInstanceOf(ServerException.class);
    }

    @Test
    void aSecondPersonAdoptsAndTheVersionOfTheOntologyGrows() throws IOException {
        edit("green", GENUS, "rdfs:label \"Baumgattung\"@de , \"genus\"@en ;");
        Proposal proposal = workshop.propose("green", "editor1", "Deutlicher.");
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.TERMS);
        assertThat(proposal.effect()).isEqualTo(new Text("1 Begriff geändert: genus", "1 term changed: genus"));

        assertThatThrownBy(() -> workshop.decide(proposal.number(), Status.ADOPTED, "editor1"))
                .hasMessageContaining("Somebody else");
        workshop.decide(proposal.number(), Status.ADOPTED, "steward1");

        assertThat(Files.readString(work.resolve("ontologies/green.ttl"))).contains("Baumgattung");
        assertThat(Files.readString(work.resolve("ontologies/municipal.ttl")))
                .contains("owl:versionIRI <https://data.jena.de/def/municipal/0.2.1>")
                .contains("owl:versionInfo \"0.2.1\"")
                .contains("owl:priorVersion <https://data.jena.de/def/municipal/0.2.0>");
        assertThat(Files.readString(work.resolve("ontologies/CHANGELOG.md")))
                .contains("## green 0.2.1, 2026-05-01\n- Deutlicher. (1 term changed: genus)");
        assertThat(workshop.drafts().exists("green")).isFalse();
    }

    @Test
    void proposalsOnTwoModulesDoNotStandInEachOthersWay() throws IOException {
        edit("green", GENUS, "rdfs:label \"Baumgattung\"@de , \"genus\"@en ;");
        Proposal first = workshop.propose("green", "editor1", "Deutlicher.");
        edit("core", "\"Gebietsüberlappung\"@de", "\"Überlappung von Gebieten\"@de");
        Proposal second = workshop.propose("core", "editor2", "Genauer.");

        workshop.decide(first.number(), Status.ADOPTED, "steward1");
        Proposal decided = workshop.decide(second.number(), Status.ADOPTED, "steward1");

        assertThat(List.of(decided.from(), decided.to())).containsExactly("0.2.1", "0.2.2");
        assertThat(Files.readString(work.resolve("ontologies/municipal.ttl"))).contains("owl:versionInfo \"0.2.2\"");
        assertThat(Files.readString(work.resolve("ontologies/CHANGELOG.md")))
                .contains("## core 0.2.2, 2026-05-01")
                .contains("## green 0.2.1, 2026-05-01");
    }

    @Test
    void ofTwoProposalsOnOneModuleTheSecondIsMadeAnew() {
        edit("green", GENUS, "rdfs:label \"Baumgattung\"@de , \"genus\"@en ;");
        Proposal first = workshop.propose("green", "editor1", "Deutlicher.");
        Proposal second = workshop.propose("green", "editor2", "Ebenso.");
        edit("green", "\"Baumgattung\"@de", "\"Gattung eines Baumes\"@de");
        Proposal third = workshop.propose("green", "editor2", "Anders.");
        workshop.decide(first.number(), Status.ADOPTED, "steward1");

        assertThatThrownBy(() -> workshop.decide(third.number(), Status.ADOPTED, "steward1"))
                .isInstanceOfSatisfying(
                        ServerException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.PRECONDITION_FAILED));
        assertThat(workshop.decide(second.number(), Status.REJECTED, "steward1").status())
                .isEqualTo(Status.REJECTED);
    }

    @Test
    void aTermIsKnownToTheEditorOfShapesAsSoonAsItIsAdopted() throws IOException {
        var known =
                KnownTerms.in(work.resolve("ontologies"), () -> RdfFiles.read(work.resolve("ontologies/green.ttl")));
        var lint = new ShapesLint(known, _ -> Optional.empty());
        String shape = "@prefix jmo: <https://data.jena.de/def/municipal#> .\n<urn:x> jmo:leafColour 1 .\n";
        Path place = work.resolve("shapes/trees/shapes.ttl");
        assertThat(lint.marks(shape, place))
                .anyMatch(mark -> mark.message().en().contains("leafColour does not"));

        edit("green", "jmo:genus a owl", NEW_TERM + "jmo:genus a owl");
        Proposal proposal = workshop.propose("green", "editor1", "Colours.");
        workshop.decide(proposal.number(), Status.ADOPTED, "steward1");

        assertThat(lint.marks(shape, place))
                .noneMatch(mark -> mark.message().en().contains("leafColour does not"));
    }

    @Test
    void aCodeListStatesItsVersionOnceItIsChanged() throws IOException {
        edit("kos-vitality", "\"vitality class 4\"@en", "\"vitality class 4 (dead)\"@en");
        Proposal first = workshop.propose("kos-vitality", "editor1", "What 4 means.");
        workshop.decide(first.number(), Status.ADOPTED, "steward1");
        assertThat(Files.readString(work.resolve("ontologies/kos/vitality.ttl")))
                .contains("<http://www.w3.org/2002/07/owl#versionInfo> \"0.1.1\"");

        edit("kos-vitality", "\"vitality class 0\"@en", "\"vitality class 0 (best)\"@en");
        Proposal second = workshop.propose("kos-vitality", "editor1", "What 0 means.");
        workshop.decide(second.number(), Status.ADOPTED, "steward1");
        assertThat(Files.readString(work.resolve("ontologies/kos/vitality.ttl")))
                .containsOnlyOnce("versionInfo")
                .contains("\"0.1.2\"");
        assertThat(OntologyLint.check(work))
                .noneMatch(finding -> finding.place().contains("vitality"));
    }

    @Test
    void whatIsAdoptedIsKeptWithAllItsFiles() {
        List<String> files = new ArrayList<>();
        kept = (adopted, written) -> written.forEach(file -> files.add(adopted.status() + " " + work.relativize(file)));
        workshop = workshop();
        edit("green", GENUS, "rdfs:label \"Baumgattung\"@de , \"genus\"@en ;");
        Proposal rejected = workshop.propose("green", "editor1", "Deutlicher.");
        workshop.decide(rejected.number(), Status.REJECTED, "steward1");
        assertThat(files).isEmpty();

        Proposal proposal = workshop.propose("green", "editor1", "Deutlicher.");
        workshop.decide(proposal.number(), Status.ADOPTED, "steward1");

        assertThat(files)
                .containsExactly(
                        "ADOPTED ontologies/green.ttl",
                        "ADOPTED ontologies/CHANGELOG.md",
                        "ADOPTED ontologies/municipal.ttl");
    }

    @Test
    void aDraftOfTermsHasNoOtherPartAndNothingOutsideIsNamed() {
        assertThatThrownBy(() -> workshop.drafts().save("green", Part.SHAPES, "x", ""))
                .isInstanceOf(ServerException.class);
        for (String name : List.of("../shapes", "municipal", "kos-dataset", "kos-", "no")) {
            assertThatThrownBy(() -> workshop.drafts().part(name, Part.TERMS))
                    .isInstanceOfSatisfying(
                            ServerException.class,
                            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FOUND));
        }
    }

    /// Published data in which every term stands forty times.
    private static final class Forty implements CurrentData {
        @Override
        public Held judgedBy(String family) {
            throw new UnsupportedOperationException("terms judge nothing");
        }

        @Override
        public Held named(String dataset) {
            throw new UnsupportedOperationException("terms judge nothing");
        }

        @Override
        public List<String> published() {
            return List.of("trees");
        }

        @Override
        public SortedMap<String, Long> uses(Node term, long most) {
            return new TreeMap<>(Map.of("trees", 40L));
        }

        @Override
        public List<ReleaseOutcome> history(String dataset) {
            return List.of();
        }

        @Override
        public List<MappingRule> rules(String dataset) {
            return List.of();
        }
    }
}
