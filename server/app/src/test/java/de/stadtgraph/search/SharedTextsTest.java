package de.stadtgraph.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.SnapshotFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Over random publications and withdrawals, with segments shared between states, a state is searched as its own data
/// say: the quads of the state, looked through one by one, tell what has to be found.
class SharedTextsTest {
    private static final String GRAPHS = "https://data.jena.de/graph/";
    private static final String IDS = "https://data.jena.de/id/thing/";
    private static final String CONCEPT = "https://data.jena.de/kos/kind/1";
    private static final String RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
    private static final String NOTE = "http://www.w3.org/2000/01/rdf-schema#comment";
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
    private long published;

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private void say(String dataset, String subject, String property, Node value) {
        data.add(new Quad(iri(GRAPHS + dataset), iri(subject), iri(property), value));
    }

    /// A new release of a dataset. Things of different datasets overlap.
    private void publish(String dataset) {
        withdraw(dataset);
        releases.put(dataset, ++published);
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
            if (random.nextInt(3) == 0) {
                say(dataset, thing, NOTE, NodeFactory.createLiteralString("Am " + word()));
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

    /// What the quads of the state say.
    private Map<String, Set<String>> expected() {
        Map<String, Set<String>> found = new TreeMap<>();
        for (String asked : asked()) {
            Set<String> things = new TreeSet<>();
            data.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
                boolean fits = quad.getObject().isLiteral()
                        ? has(quad.getObject(), asked)
                        : quad.getObject().equals(iri(CONCEPT))
                                && labels(CONCEPT).anyMatch(label -> has(label, asked));
                boolean coded = quad.getSubject().getURI().endsWith("/" + asked);
                if ((fits || coded) && data.contains(Node.ANY, quad.getSubject(), iri(TYPE), Node.ANY)) {
                    things.add(quad.getSubject().getURI());
                }
            });
            found.put(asked, things);
        }
        return found;
    }

    private static List<String> asked() {
        List<String> asked = new ArrayList<>(WORDS);
        asked.addAll(List.of("platz", "allee", "12", "1"));
        return asked;
    }

    private Stream<Node> labels(String thing) {
        List<Node> labels = new ArrayList<>();
        data.find(Node.ANY, iri(thing), iri(PREF_LABEL), Node.ANY)
                .forEachRemaining(quad -> labels.add(quad.getObject()));
        return labels.stream();
    }

    private boolean has(Node literal, String asked) {
        String wanted = asked.toLowerCase(Locale.GERMAN);
        Set<String> parts = new HashSet<>(Words.GERMAN);
        labels(CONCEPT).forEach(label -> parts.add(label.getLiteralLexicalForm().toLowerCase(Locale.GERMAN)));
        return Stream.of(literal.getLiteralLexicalForm()
                        .toLowerCase(Locale.GERMAN)
                        .split(" "))
                .anyMatch(word ->
                        word.equals(wanted) || (word.length() >= 8 && parts.contains(wanted) && word.contains(wanted)));
    }

    private Map<String, Set<String>> found(SearchIndex index) {
        Map<String, Set<String>> found = new TreeMap<>();
        for (String asked : asked()) {
            Hits hits = index.find(SearchRequest.of(SearchWords.read(asked), 100));
            Set<String> things = new TreeSet<>();
            if (!hits.near()) {
                hits.hits().forEach(hit -> things.add(hit.iri()));
                assertThat(hits.total()).isEqualTo(things.size());
            }
            found.put(asked, things);
        }
        return found;
    }

    private void requireFacets(SearchIndex index) {
        Hits all = index.find(SearchRequest.of(List.of(), 100));
        Map<String, Long> counts = new TreeMap<>();
        for (String dataset : releases.keySet()) {
            long things = all.hits().stream()
                    .filter(hit -> data.contains(iri(GRAPHS + dataset), iri(hit.iri()), Node.ANY, Node.ANY))
                    .count();
            if (things > 0) {
                counts.put(dataset, things);
            }
        }
        Map<String, Long> told = new TreeMap<>();
        all.facets().getOrDefault("dataset", List.of()).forEach(count -> told.put(count.value(), count.count()));
        assertThat(told).isEqualTo(counts);
    }

    @Test
    void everyStateIsSearchedAsItsDataSay() {
        SETS.forEach(this::publish);
        try (var indexes = new SearchIndexes(GRAPHS)) {
            for (int number = 1; number <= 25; number++) {
                String dataset = SETS.get(random.nextInt(SETS.size()));
                if (number % 6 == 0) {
                    withdraw(dataset);
                } else {
                    publish(dataset);
                }
                try (Snapshot snapshot = TextStates.state(folder, "state-" + number, data, GRAPHS, releases);
                        var hold = indexes.of(new Searched(Optional.of(snapshot)))) {
                    SearchIndex index = hold.index().orElseThrow();
                    assertThat(found(index))
                            .as("state %d, after %s", number, dataset)
                            .isEqualTo(expected());
                    requireFacets(index);
                }
            }
        }
    }

    @Test
    void aChangedByteInAnyFileOfTheTextsIsFound() throws IOException {
        SETS.forEach(this::publish);
        List<Path> files;
        try (Snapshot snapshot = TextStates.state(folder, "state", data, GRAPHS, releases)) {
            Path texts = snapshot.sides(TextWriter.NAME).getFirst().folder();
            try (Stream<Path> inside = Files.list(texts)) {
                files = inside.sorted().toList();
            }
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            byte[] changed = bytes.clone();
            changed[random.nextInt(changed.length)] ^= 1;
            Files.write(file, changed);
            try (Snapshot snapshot = Snapshot.open(folder.resolve("state"));
                    var indexes = new SearchIndexes(GRAPHS)) {
                assertThatThrownBy(() -> indexes.of(new Searched(Optional.of(snapshot))))
                        .as(file.getFileName().toString())
                        .isInstanceOf(SnapshotFault.class);
                assertThat(snapshot.isDamaged()).isTrue();
                assertThatThrownBy(snapshot::verify).isInstanceOf(SnapshotFault.class);
            }
            Files.write(file, bytes);
        }
    }
}
