package de.stadtgraph.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The index of a state that is made from the one before finds what one made anew finds; things of unchanged datasets
/// are
/// not read again.
class RenewedIndexTest {
    private static final String GRAPHS = "https://data.jena.de/graph/";
    private static final String IDS = "https://data.jena.de/id/thing/";
    private static final String CONCEPT = "https://data.jena.de/kos/kind/1";
    private static final String RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
    private static final String PREF_LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel";
    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private static final List<String> WORDS =
            List.of("Spielplatz", "Kinderspielplatz", "Linde", "Lindenallee", "Brunnen", "Rathaus", "Brücke");
    private static final List<String> SETS = List.of("trees", "places", "plans", "kos");

    @TempDir
    private Path folder;

    private final Random random = new Random(Long.getLong("stadtgraph.seed", 20261127));
    private final DatasetGraph data = DatasetGraphFactory.create();
    private final Map<String, Long> releases = new HashMap<>();

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private void say(String dataset, String subject, String property, Node value) {
        data.add(new Quad(iri(GRAPHS + dataset), iri(subject), iri(property), value));
    }

    /// A new release of a dataset. Things of different datasets overlap.
    private void publish(String dataset) {
        withdraw(dataset);
        releases.merge(dataset, 1L, Long::sum);
        releases.put(dataset, (long) random.nextInt(1_000_000));
        if (dataset.equals("kos")) {
            say(dataset, CONCEPT, TYPE, iri("http://www.w3.org/2004/02/skos/core#Concept"));
            say(dataset, CONCEPT, PREF_LABEL, NodeFactory.createLiteralLang(word(), "de"));
            return;
        }
        int first = 10 * SETS.indexOf(dataset);
        for (int i = 0; i < 14; i++) {
            String thing = IDS + (first + i);
            if (random.nextInt(4) > 0) {
                say(dataset, thing, TYPE, iri("https://data.jena.de/def/municipal#Thing" + random.nextInt(2)));
                say(dataset, thing, RDFS_LABEL, NodeFactory.createLiteralLang(word() + " " + word(), "de"));
            }
            if (random.nextInt(3) == 0) {
                say(dataset, thing, "https://data.jena.de/def/municipal#kind", iri(CONCEPT));
            }
        }
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private void withdraw(String dataset) {
        data.deleteAny(iri(GRAPHS + dataset), Node.ANY, Node.ANY, Node.ANY);
        releases.remove(dataset);
    }

    private Searched state(long number) {
        return new Searched(number, releases, data);
    }

    /// What an index finds: for each word the things, and how many of which class and dataset.
    private static Map<String, List<String>> found(SearchIndexes indexes, Searched state) {
        Map<String, List<String>> found = new TreeMap<>();
        try (var hold = indexes.of(state)) {
            found.put("things", List.of(Long.toString(hold.index().things())));
            List<String> asked = new ArrayList<>(WORDS);
            asked.addAll(List.of("", "platz", "allee", "12", "Rathuas"));
            for (String word : asked) {
                Hits hits = hold.index().find(SearchRequest.of(SearchWords.read(word), 100));
                List<String> lines = new ArrayList<>();
                hits.hits()
                        .forEach(hit -> lines.add(
                                hit.iri() + " " + hit.types().stream().sorted().toList()
                                        + hit.datasets().stream().sorted().toList()));
                lines.sort(null);
                lines.add(hits.total() + " " + new TreeMap<>(hits.facets()));
                found.put(word, lines);
            }
        }
        return found;
    }

    @Test
    void itFindsWhatANewOneFinds() {
        SETS.forEach(this::publish);
        try (var renewed = new SearchIndexes(folder.resolve("renewed"), GRAPHS)) {
            for (int number = 1; number <= 25; number++) {
                String dataset = SETS.get(random.nextInt(SETS.size()));
                if (number % 6 == 0) {
                    withdraw(dataset);
                } else {
                    publish(dataset);
                }
                try (var anew = new SearchIndexes(folder.resolve("anew" + number), GRAPHS)) {
                    assertThat(found(renewed, state(number)))
                            .as("state %d, after %s", number, dataset)
                            .isEqualTo(found(anew, state(number)));
                }
            }
        }
    }

    private Directory written() throws IOException {
        SETS.forEach(this::publish);
        Directory directory = new ByteBuffersDirectory();
        new IndexBuilder(state(1), GRAPHS, () -> false).write(directory);
        return directory;
    }

    @Test
    void onlyChangedThingsAreReadUnlessTheyLendWords() throws IOException {
        try (Directory directory = written()) {
            IndexMarks before = IndexMarks.of(directory).orElseThrow();
            assertThat(before.lenders()).containsExactly("kos");
            publish("trees");
            data.deleteAny(iri(GRAPHS + "plans"), Node.ANY, Node.ANY, Node.ANY);

            assertThat(new IndexBuilder(state(2), GRAPHS, () -> false).renew(directory, before))
                    .isTrue();
            assertThat(IndexMarks.of(directory).orElseThrow().releases()).isEqualTo(releases);
            try (var index = new Opened(directory)) {
                assertThat(index.find("").facets().get("dataset"))
                        .as("not read again")
                        .anyMatch(count -> count.value().equals("plans"));
            }
            publish("kos");
            IndexMarks renewed = IndexMarks.of(directory).orElseThrow();
            assertThat(new IndexBuilder(state(3), GRAPHS, () -> false).renew(directory, renewed))
                    .as("labels of concepts are words of other things")
                    .isFalse();
        }
    }

    @Test
    void aRenewalThatIsGivenUpLeavesTheIndexBefore() throws IOException {
        try (Directory directory = written()) {
            IndexMarks before = IndexMarks.of(directory).orElseThrow();
            publish("trees");
            int[] asked = {0};

            assertThatThrownBy(() -> new IndexBuilder(state(2), GRAPHS, () -> ++asked[0] > 5).renew(directory, before))
                    .isInstanceOf(CancellationException.class);
            assertThat(IndexMarks.of(directory)).contains(before);
        }
    }

    /// An index outside of a folder.
    private record Opened(SearchIndex index) implements AutoCloseable {
        Opened(Directory directory) throws IOException {
            this(new SearchIndex(org.apache.lucene.index.DirectoryReader.open(directory)));
        }

        Hits find(String words) {
            return index.find(SearchRequest.of(SearchWords.read(words), 100));
        }

        @Override
        public void close() {
            index.leave();
        }
    }
}
