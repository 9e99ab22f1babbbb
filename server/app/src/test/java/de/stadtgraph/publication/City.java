package de.stadtgraph.publication;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.stadtgraph.catalog.AccessClass;
import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.catalog.ExpectedRecords;
import de.stadtgraph.problem.Text;
import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.vocabulary.Dcat;
import de.stadtgraph.vocabulary.Rdf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;

/// A small city to publish in tests.
final class City {
    static final CityIris IRIS = new CityIris("https://data.city.example/");
    static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");

    private City() {}

    static Dataset dataset(String slug, Optional<AccessClass> accessClass, ExpectedRecords expected) {
        Graph record = GraphFactory.createDefaultGraph();
        record.add(IRIS.dataset(slug), Rdf.TYPE, Dcat.DATASET_CLASS);
        Text title = Text.same(slug);
        return new Dataset(slug, IRIS.dataset(slug), title, title, accessClass, List.of(), Map.of(), expected, record);
    }

    static Dataset open(String slug) {
        return dataset(slug, Optional.of(AccessClass.OPEN), ExpectedRecords.UNKNOWN);
    }

    static String tree(int number) {
        return IRIS.iri("id/tree/" + number);
    }

    /// Two statements a tree, from one number to before another.
    static List<String> trees(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(City::tree)
                .flatMap(tree ->
                        List.of("<" + tree + "> <urn:p:kind> \"Ahorn\"@de .", "<" + tree + "> <urn:p:height> \"12\" .")
                                .stream())
                .collect(Collectors.toList());
    }

    static SortedQuads quads(Path work, List<String> lines) {
        try {
            Path raw = Files.createTempFile(work, "raw", ".nt");
            Files.write(raw, lines);
            SortedQuads sorted = SortedQuads.sort(raw, Files.createTempFile(work, "sorted", ".nt"));
            Files.delete(raw);
            return sorted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Inputs inputs(String digest, boolean sample) {
        var source = new SourceDigest("trees", "trees.csv", digest, 100, TIME);
        return new Inputs(List.of(source), "module-1", Map.of("server", "0.1", "release/areas", "1"), sample);
    }

    static Candidate candidate(Dataset dataset, SortedQuads quads) {
        return candidate(dataset, quads, inputs("d1", false), new RecordCounts(100, 100, 0));
    }

    static Candidate candidate(Dataset dataset, SortedQuads quads, Inputs inputs, RecordCounts records) {
        return new Candidate(
                dataset,
                quads,
                inputs,
                records,
                List.of(),
                List.of(),
                GraphFactory.createDefaultGraph(),
                JsonNodeFactory.instance.objectNode().put("conforms", true),
                GraphFactory.createDefaultGraph(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    static PublicationDecision released() {
        return new PublicationDecision.Released(TIME, Map.of());
    }
}
