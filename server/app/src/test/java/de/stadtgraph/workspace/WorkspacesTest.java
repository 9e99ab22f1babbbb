package de.stadtgraph.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtgraph.problem.ServerException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Drafts in memory and on disk: what is committed is there after a restart, whole; what is not, is not.
class WorkspacesTest {
    private static final WorkspaceLimits SMALL = new WorkspaceLimits(200, 100_000, 5, 2, 2_000);

    @TempDir
    private Path folder = Path.of("");

    private Path draft = Path.of("");

    @BeforeEach
    void make() {
        draft = folder.resolve("datasets/d");
        try (var workspaces = workspaces()) {
            workspaces.create("d", "e");
        }
    }

    private Workspaces workspaces() {
        return new Workspaces(folder, SMALL, Clock.systemUTC());
    }

    private static Node iri(String name) {
        return NodeFactory.createURI("urn:" + name);
    }

    private static Quad quad(int number) {
        Node graph = number % 3 == 0 ? Quad.defaultGraphIRI : iri("g" + number % 3);
        Node object = number % 2 == 0 ? NodeFactory.createLiteralString("ä\n\"" + number) : iri("o" + number % 5);
        return Quad.create(
                graph,
                number % 7 == 0 ? NodeFactory.createBlankNode("b:/ü " + number) : iri("s" + number),
                iri("p"),
                object);
    }

    private static void commit(Workspace workspace, Consumer<DatasetGraph> change) {
        DatasetGraph data = workspace.data();
        data.begin(TxnType.WRITE);
        try {
            change.accept(data);
            data.commit();
        } finally {
            data.end();
        }
    }

    private static Set<Quad> content(Workspace workspace) {
        Set<Quad> quads = new HashSet<>();
        workspace.read(data -> data.find().forEachRemaining(quads::add));
        return quads;
    }

    private Set<Quad> content() {
        try (var workspaces = workspaces();
                var hold = workspaces.open("d")) {
            return content(hold.workspace());
        }
    }

    private void commit(Consumer<DatasetGraph> change) {
        try (var workspaces = workspaces();
                var hold = workspaces.open("d")) {
            commit(hold.workspace(), change);
        }
    }

    @Test
    void whateverIsDoneADraftIsWhatAModelOfItIsAlsoAfterRestarts() {
        Random random = new Random(7);
        Set<Quad> model = new HashSet<>();
        for (int restart = 0; restart < 12; restart++) {
            try (var workspaces = workspaces();
                    var hold = workspaces.open("d")) {
                assertThat(content(hold.workspace())).isEqualTo(model);
                for (int i = 0; i < 8; i++) {
                    transaction(hold.workspace(), random, model);
                    assertThat(content(hold.workspace())).isEqualTo(model);
                    assertThat(hold.workspace().quads()).isEqualTo(model.size());
                }
            }
        }
        assertThat(draft.resolve("changes-0.log"))
                .as("it was written anew in between")
                .doesNotExist();
    }

    private static void transaction(Workspace workspace, Random random, Set<Quad> model) {
        DatasetGraph data = workspace.data();
        Set<Quad> wanted = new HashSet<>(model);
        data.begin(TxnType.WRITE);
        for (int i = random.nextInt(30); i >= 0; i--) {
            Quad quad = quad(random.nextInt(60));
            if (random.nextInt(3) > 0) {
                data.add(quad);
                wanted.add(quad);
            } else {
                data.delete(quad);
                wanted.remove(quad);
            }
        }
        if (random.nextInt(10) == 0) {
            data.clear();
            wanted.clear();
        }
        if (random.nextInt(4) == 0) {
            data.abort();
        } else {
            data.commit();
            model.clear();
            model.addAll(wanted);
        }
        data.end();
    }

    @Test
    void aLogThatWasCutAnywhereInItsLastTransactionHasAllOthers() throws Exception {
        commit(data -> data.add(quad(1)));
        Path log = draft.resolve("changes-0.log");
        long before = Files.size(log);
        commit(data -> {
            data.add(quad(14));
            data.delete(quad(1));
        });
        byte[] whole = Files.readAllBytes(log);
        for (int length = (int) before; length < whole.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            Files.write(log, cut);
            assertThat(content()).as("cut at " + length).containsExactly(quad(1));
            assertThat(Files.size(log)).isEqualTo(before);
        }
        byte[] zeros = java.util.Arrays.copyOf(java.util.Arrays.copyOf(whole, (int) before), whole.length + 500);
        Files.write(log, zeros);
        assertThat(content()).containsExactly(quad(1));
        commit(data -> data.add(quad(2)));
        assertThat(content()).containsExactlyInAnyOrder(quad(1), quad(2));
    }

    @Test
    void aFlippedByteIsFoundAndNothingIsThrownAway() throws Exception {
        for (int i = 1; i < 4; i++) {
            int number = i;
            commit(data -> data.add(quad(number)));
        }
        Path log = draft.resolve("changes-0.log");
        byte[] whole = Files.readAllBytes(log);
        for (int at = 0; at < whole.length; at += 2) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 1;
            Files.write(log, flipped);
            assertThatThrownBy(this::content).as("byte " + at).isInstanceOf(ServerException.class);
            assertThat(Files.readAllBytes(log)).isEqualTo(flipped);
        }
    }

    @Test
    void aFlippedByteOfADraftThatWasWrittenAnewIsFound() throws Exception {
        for (int i = 0; i < 60; i++) {
            int number = i;
            commit(data -> data.add(quad(number)));
        }
        Path file;
        try (Stream<Path> files = Files.list(draft)) {
            file = files.filter(each -> each.toString().endsWith(".nq"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
        assertThat(content()).hasSize(60);
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at += 41) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 4;
            Files.write(file, flipped);
            assertThatThrownBy(this::content).hasMessageContaining("damaged");
        }
    }

    @Test
    void aTermThatIsNoRdfIsRefusedAndTakesTheWholeTransactionWithIt() {
        List<Node> wrong = new ArrayList<>(List.of(
                NodeFactory.createURI("urn:a b"),
                NodeFactory.createURI("urn:a>"),
                NodeFactory.createURI("urn:a\nb"),
                NodeFactory.createLiteralString("half \ud800 of a pair")));
        for (Node object : wrong) {
            assertThatThrownBy(() -> commit(data -> {
                        data.add(quad(1));
                        data.add(Quad.defaultGraphIRI, iri("s"), iri("p"), object);
                    }))
                    .isInstanceOf(ServerException.class);
            assertThat(content()).isEmpty();
        }
    }

    @Test
    void aDraftThatIsFullRefusesTheWholeTransaction() {
        assertThatThrownBy(() -> commit(data -> {
                    for (int i = 0; i < 201; i++) {
                        data.add(quad(i));
                    }
                }))
                .hasMessageContaining("at most 200 quads");
        assertThatThrownBy(() -> commit(data -> data.add(
                        Quad.defaultGraphIRI,
                        iri("s"),
                        iri("p"),
                        NodeFactory.createLiteralString("x".repeat(100_001)))))
                .hasMessageContaining("bytes");
        assertThat(content()).isEmpty();
    }

    @Test
    void aReaderSeesWholeTransactionsOnly() throws Exception {
        try (var workspaces = workspaces();
                var hold = workspaces.open("d");
                var threads = Executors.newFixedThreadPool(3)) {
            Workspace workspace = hold.workspace();
            commit(workspace, data -> data.add(quad(0)));
            Callable<Integer> reader = () -> {
                int seen = 0;
                for (int i = 0; i < 300; i++) {
                    Set<Node> objects = new HashSet<>();
                    workspace.read(data -> data.find().forEachRemaining(quad -> objects.add(quad.getObject())));
                    assertThat(objects).hasSizeLessThanOrEqualTo(1);
                    seen += objects.size();
                }
                return seen;
            };
            List<Future<Integer>> readers = List.of(threads.submit(reader), threads.submit(reader));
            for (int i = 0; i < 100; i++) {
                Node object = iri("o" + i);
                commit(workspace, data -> {
                    data.clear();
                    for (int subject = 0; subject < 20; subject++) {
                        data.add(Quad.defaultGraphIRI, iri("s" + subject), iri("p"), object);
                    }
                });
            }
            for (Future<Integer> each : readers) {
                assertThat(each.get()).isPositive();
            }
        }
    }

    @Test
    void onlyOneProcessHasADraftAndManyDraftsTakeTurnsInMemory() {
        try (var one = workspaces();
                var other = workspaces();
                var hold = one.open("d")) {
            assertThatThrownBy(() -> other.open("d")).hasMessageContaining("another process");
            assertThat(hold.workspace().quads()).isZero();
        }
        try (var workspaces = workspaces()) {
            for (String name : List.of("a", "b", "c")) {
                workspaces.create(name, "e");
            }
            for (int round = 0; round < 3; round++) {
                for (String name : List.of("a", "b", "c", "d")) {
                    try (var hold = workspaces.open(name)) {
                        int number = round;
                        commit(hold.workspace(), data -> data.add(quad(number)));
                        assertThat(hold.workspace().quads()).isEqualTo(round + 1);
                    }
                }
            }
            workspaces.create("f", "e");
            assertThatThrownBy(() -> workspaces.create("g", "e")).hasMessageContaining("at most 5 drafts");
            workspaces.create("g", "somebody else");
        }
    }

    @Test
    void whatACrashLeftHalfMadeIsGoneAndNoPathIsAName() throws Exception {
        Files.createDirectories(folder.resolve("datasets/x.made"));
        Files.createDirectories(folder.resolve("datasets/y.gone"));
        Files.writeString(folder.resolve("datasets/y.gone/about.json"), "{}");
        try (var workspaces = workspaces()) {
            assertThat(workspaces.list()).extracting(About::name).containsExactly("d");
            for (String name : List.of("..", "../d", "d/../d", "D", "", "d.made", "a".repeat(65), "d\0")) {
                assertThat(workspaces.find(name)).as(name).isEmpty();
                assertThatThrownBy(() -> workspaces.create(name, "e")).isInstanceOf(ServerException.class);
            }
            assertThatThrownBy(() -> workspaces.create("d", "e")).hasMessageContaining("taken");
        }
    }
}
