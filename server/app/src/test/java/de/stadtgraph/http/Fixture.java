package de.stadtgraph.http;

import de.stadtgraph.catalog.AccessClass;
import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.catalog.ExpectedRecords;
import de.stadtgraph.problem.Text;
import de.stadtgraph.search.TextStates;
import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.View;
import de.stadtgraph.store.Generation;
import de.stadtgraph.vocabulary.CityIris;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;

/// A small city: two districts, an Ortsteil, trees, concepts, terms, and what the root would fill in.
public final class Fixture {
    public static final CityIris IRIS = new CityIris("https://data.jena.de/");
    private static final Instant TIME = Instant.parse("2026-11-24T09:30:00Z");

    private Fixture() {}

    /// The site of the small city; release files are written to a folder.
    public static Site site(Path folder) throws IOException {
        Snapshot snapshot = TextStates.single(folder.resolve("index"), data());
        return site(folder, () -> new SmallGeneration(snapshot));
    }

    /// The same city with other data.
    static Site site(Path folder, CurrentGeneration generations) throws IOException {
        List<Dataset> datasets = List.of(
                dataset("areas", new Text("Ortsteile und statistische Bezirke", "Ortsteile and statistical districts")),
                dataset("trees", new Text("Baumkataster der Stadt Jena", "Tree register of the city of Jena")),
                dataset("kos", new Text("Kodelisten", "Code lists")),
                dataset("ontology", new Text("Kommunale Ontologie", "Municipal ontology")));
        return new Site(
                new Text("Jena", "Jena"),
                IRIS,
                generations,
                new SmallCatalogue(datasets),
                new SmallHistory(folder),
                new Contact(
                        new Text("Stadt Jena", "City of Jena"),
                        "Am Anger 15, 07743 Jena",
                        "offene-daten@stadt.example",
                        ""),
                new Site.Software("0.1.0", "test1", Map.of("Apache Jena", "Apache-2.0", "Javalin", "Apache-2.0")),
                List.of(
                        new Site.Limit(
                                "query.timeout", new Text("Zeit je Anfrage", "Time a query may take"), 5000, "ms"),
                        new Site.Limit(
                                "query.rows", new Text("Zeilen je Antwort", "Rows of an answer"), 1_000_000, "")),
                ZoneId.of("Europe/Berlin"));
    }

    static DatasetGraph data() {
        DatasetGraph loaded = DatasetGraphFactory.create();
        try (var bytes = Objects.requireNonNull(Fixture.class.getResourceAsStream("/http/city.trig"))) {
            RDFParser.create().source(bytes).lang(Lang.TRIG).parse(loaded);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return loaded;
    }

    private static Dataset dataset(String slug, Text title) {
        Graph record = GraphFactory.createDefaultGraph();
        Node node = IRIS.dataset(slug);
        String turtle = """
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
            <%1$s> a dcat:Dataset ; dct:identifier "%2$s" ; dct:title "%3$s"@de , "%4$s"@en ;
              dct:description "Eine Beschreibung."@de , "A description."@en ;
              dct:publisher <https://data.jena.de/id/organisation/stadt-jena> ;
              dcat:contactPoint <%1$s#contact> ;
              dcat:distribution <%1$s/distribution/nq> .
            <%1$s/distribution/nq> a dcat:Distribution ; dct:title "N-Quads"@de , "N-Quads"@en ;
              dct:license <http://dcat-ap.de/def/licenses/dl-by-de/2.0> .
            <https://data.jena.de/id/organisation/stadt-jena> a foaf:Organization ;
              foaf:name "Stadt Jena"@de , "City of Jena"@en .
            <%1$s#contact> a vcard:Organization ; vcard:fn "Redaktion der offenen Daten" ;
              vcard:hasEmail <mailto:offene-daten@stadt.example> .
            """.formatted(node.getURI(), slug, title.de(), title.en());
        RDFParser.fromString(turtle, Lang.TURTLE).parse(record);
        Map<String, Text> suppressed = slug.equals("trees")
                ? Map.of(
                        "namlr",
                        new Text(
                                "Kürzel der kontrollierenden Person, personenbezogen",
                                "mark of the person who inspected, personal data of staff"))
                : Map.of();
        return new Dataset(
                slug,
                node,
                title,
                new Text(
                        "Bäume, die die Stadt pflegt, mit Art, Maßen und Standort.",
                        "Trees that the city maintains, with species, measures and position."),
                Optional.of(AccessClass.OPEN),
                List.of("core", slug),
                suppressed,
                ExpectedRecords.UNKNOWN,
                record);
    }

    private record SmallCatalogue(List<Dataset> all) implements Datasets {
        @Override
        public Optional<Dataset> find(String slug) {
            return all.stream().filter(dataset -> dataset.slug().equals(slug)).findFirst();
        }
    }

    private record SmallGeneration(Snapshot snapshot, DatasetGraph data) implements Generation {
        SmallGeneration(Snapshot snapshot) {
            this(snapshot, snapshot.dataset(View.union()));
        }

        @Override
        public Optional<Snapshot> index() {
            return Optional.of(snapshot);
        }

        @Override
        public long state() {
            return 42;
        }

        @Override
        public Instant time() {
            return TIME;
        }

        @Override
        public Map<String, Long> releases() {
            return Map.of("areas", 1L, "trees", 3L, "kos", 1L, "ontology", 2L);
        }

        @Override
        public long quads() {
            return snapshot.manifest().quads();
        }

        @Override
        public void close() {}
    }

    private static final class SmallHistory implements Publications {
        private final Path dump;
        private final String sha256;

        SmallHistory(Path folder) throws IOException {
            dump = folder.resolve("quads.nq.gz");
            try (var out = new GZIPOutputStream(Files.newOutputStream(dump))) {
                out.write("<urn:a> <urn:b> <urn:c> .\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
            }
            sha256 = HexFormat.of().formatHex(EntityTags.sha256(Files.readAllBytes(dump)));
        }

        @Override
        public Optional<PublishedRelease> release(String dataset, long number) {
            return releases(dataset).stream()
                    .filter(release -> release.number() == number)
                    .findFirst();
        }

        @Override
        public List<PublishedRelease> releases(String dataset) {
            return switch (dataset) {
                case "trees" -> List.of(made(dataset, 3), made(dataset, 2), made(dataset, 1));
                case "areas" -> List.of(made(dataset, 1));
                case "kos" -> List.of(made(dataset, 1));
                case "ontology" -> List.of(made(dataset, 2), made(dataset, 1));
                default -> List.of();
            };
        }

        private PublishedRelease made(String dataset, long number) {
            boolean trees = dataset.equals("trees");
            return new PublishedRelease(
                    dataset,
                    number,
                    TIME.minusSeconds(86_400 * (4 - number)),
                    trees ? PublishedRelease.Outcome.RELEASED_WITH_WARNINGS : PublishedRelease.Outcome.RELEASED,
                    trees,
                    new PublishedRelease.Records(42_642, 42_620, 22),
                    1_204_331,
                    trees ? new PublishedRelease.Results(0, 453, 694) : new PublishedRelease.Results(0, 0, 0),
                    trees ? findings() : List.of(),
                    List.of(new PublishedRelease.QualityValue(
                            new Text("Bäume mit Pflanzjahr", "Trees with a planting year"),
                            "recommended-slots",
                            "completeness",
                            Optional.empty(),
                            39_236,
                            42_642)),
                    number > 1 ? Optional.of(new PublishedRelease.Changes(312, 17)) : Optional.empty(),
                    List.of(new PublishedRelease.Download(
                            "nq.gz", dump, dump.toFile().length(), sha256)));
        }

        private static List<PublishedRelease.Finding> findings() {
            return List.of(new PublishedRelease.Finding(
                    "trees#PlaceholderSpecies",
                    new Text("Platzhalter statt Art", "Placeholder species"),
                    PublishedRelease.Severity.WARNING,
                    new Text(
                            "Die Art ist ein Platzhalter; bitte bestimmen.",
                            "The species is a placeholder; please determine it."),
                    new Text("434 von 42.642: Platzhalter.", "434 of 42,642: placeholder."),
                    new Text("Die Art bestimmen.", "Determine the species."),
                    434,
                    List.of("https://data.jena.de/id/tree/1_28822")));
        }

        @Override
        public List<PublishedState> states() {
            return List.of(
                    new PublishedState(42, TIME, Map.of("areas", 1L, "trees", 3L, "kos", 1L, "ontology", 2L)),
                    new PublishedState(41, TIME.minusSeconds(86_400), Map.of("areas", 1L, "trees", 2L)));
        }

        @Override
        public Optional<Departed> departed(String iri) {
            return iri.endsWith("/id/tree/1_00001")
                    ? Optional.of(new Departed("trees", 2, TIME.minusSeconds(86_400)))
                    : Optional.empty();
        }

        @Override
        public List<Refusal> refusals() {
            return List.of(new Refusal("trees", TIME.minusSeconds(7200), Map.of("P2", 12L)));
        }
    }
}
