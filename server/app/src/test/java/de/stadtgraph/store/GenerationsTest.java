package de.stadtgraph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.snapshot.SideIndex;
import de.stadtgraph.snapshot.SnapshotFault;
import de.stadtgraph.snapshot.build.StoredIndex;
import de.stadtgraph.snapshot.term.TermId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationsTest {
    private static final Node NODE = NodeFactory.createURI("urn:x");

    @TempDir
    private Path work;

    private Path folder;
    private List<ReleaseFile> latest = List.of();
    private Generations generations;

    @BeforeEach
    void open() {
        folder = work.resolve("generations");
        generations = new Generations(folder);
    }

    @AfterEach
    void close() {
        generations.close();
    }

    @Test
    void anEmptyFolderIsStateNought() {
        try (Generation empty = generations.acquire()) {
            assertThat(empty.state()).isZero();
            assertThat(empty.quads()).isZero();
            assertThat(empty.data().getDefaultGraph().isEmpty()).isTrue();
        }
    }

    @Test
    void theDefaultGraphIsTheUnionWithoutDoubles() throws IOException {
        ReleaseFile trees = release("trees", 1, 10, 0);
        ReleaseFile same = new ReleaseFile("areas", 1, "urn:g:trees", trees.quads(), 10);
        ReleaseFile areas = new ReleaseFile("areas", 1, "urn:g:areas", write("areas", 1, 5, 0), 5);
        assertThat(same.count()).isEqualTo(trees.count());
        show(1, trees, areas);
        try (Generation served = generations.acquire()) {
            assertThat(served.quads()).isEqualTo(15);
            assertThat(served.data().getDefaultGraph().size()).isEqualTo(10);
            assertThat(served.data()
                            .getGraph(NodeFactory.createURI("urn:g:areas"))
                            .size())
                    .isEqualTo(5);
            assertThat(served.releases()).containsEntry("trees", 1L).containsEntry("areas", 1L);
        }
    }

    @Test
    void nobodyCanWrite() throws IOException {
        show(1, release("trees", 1, 10, 0));
        try (Generation served = generations.acquire()) {
            var data = served.data();
            var quad = Quad.create(NODE, NODE, NODE, NODE);
            for (Graph graph : List.of(data.getDefaultGraph(), data.getGraph(NodeFactory.createURI("urn:g:trees")))) {
                assertThatThrownBy(() -> graph.add(quad.asTriple())).isInstanceOf(JenaException.class);
                assertThatThrownBy(() -> graph.remove(Node.ANY, Node.ANY, Node.ANY))
                        .isInstanceOf(JenaException.class);
                assertThatThrownBy(graph::clear).isInstanceOf(JenaException.class);
                var found = graph.find();
                found.next();
                assertThatThrownBy(found::remove).isInstanceOf(RuntimeException.class);
            }
            assertThatThrownBy(() -> data.add(quad)).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> data.deleteAny(Node.ANY, Node.ANY, Node.ANY, Node.ANY))
                    .isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> data.removeGraph(NodeFactory.createURI("urn:g:trees")))
                    .isInstanceOf(RuntimeException.class);
            assertThatThrownBy(data::clear).isInstanceOf(RuntimeException.class);
            assertThat(served.quads()).isEqualTo(10);
        }
    }

    @Test
    void aStateThatIsNotAcceptedLeavesTheStateBefore() throws IOException {
        show(1, release("trees", 1, 10, 0));
        var next = new StateFiles(2, Instant.EPOCH, List.of(release("trees", 2, 20, 0)));

        assertThatThrownBy(() -> generations.show(next, generation -> {
                    assertThat(generation.quads()).isEqualTo(20);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        try (Generation served = generations.acquire()) {
            assertThat(served.state()).isEqualTo(1);
        }
        generations.show(next, generation -> assertThat(generation.state()).isEqualTo(2));
        try (Generation served = generations.acquire()) {
            assertThat(served.quads()).isEqualTo(20);
        }
    }

    @Test
    void anIndexOfAStateThatWasNotCommittedIsNotServed() throws IOException {
        show(1, release("trees", 1, 10, 0));
        show(2, release("trees", 2, 20, 0));
        generations.close();
        generations = new Generations(folder, StoreOptions.DEFAULT, 1);
        try (Generation served = generations.acquire()) {
            assertThat(served.state()).isEqualTo(1);
        }
    }

    @Test
    void aDamagedReleaseLeavesTheStateBefore() throws IOException {
        show(1, release("trees", 1, 1000, 0));
        ReleaseFile wrongCount = new ReleaseFile("trees", 2, "urn:g:trees", write("trees", 2, 9, 0), 10);
        assertDamaged(wrongCount);
        ReleaseFile flipped = release("trees", 3, 1000, 7);
        byte[] bytes = Files.readAllBytes(flipped.quads());
        bytes[bytes.length / 2] ^= 16;
        Files.write(flipped.quads(), bytes);
        assertDamaged(flipped);
        ReleaseFile cut = release("trees", 4, 1000, 8);
        Files.write(cut.quads(), java.util.Arrays.copyOf(Files.readAllBytes(cut.quads()), 500));
        assertDamaged(cut);
        assertDamaged(new ReleaseFile("trees", 5, "urn:g:trees", work.resolve("none.nq.gz"), 1));
    }

    @Test
    void readersSeeOneStateAcrossFiftySwitches() throws Exception {
        List<StateFiles> states = new ArrayList<>();
        for (int state = 1; state <= 50; state++) {
            List<ReleaseFile> files = List.of(release("trees", state, 50, state), release("areas", state, 50, state));
            states.add(new StateFiles(state, Instant.EPOCH, files));
        }
        generations.show(states.getFirst());
        var done = new AtomicBoolean();
        try (var readers = Executors.newFixedThreadPool(3)) {
            Callable<Long> reader = () -> {
                long reads = 0;
                while (!done.get()) {
                    readOne();
                    reads++;
                }
                return reads;
            };
            List<Future<Long>> results =
                    List.of(readers.submit(reader), readers.submit(reader), readers.submit(reader));
            try {
                states.forEach(generations::show);
            } finally {
                done.set(true);
            }
            for (Future<Long> result : results) {
                assertThat(result.get()).isPositive();
            }
        }
        assertThat(generations.readers()).isZero();
    }

    /// The value of every statement is the number of the state it belongs to.
    private void readOne() {
        try (Generation held = generations.acquire()) {
            String expected = Long.toString(held.state());
            for (String graph : List.of("urn:g:trees", "urn:g:areas")) {
                assertThat(held.data()
                                .getGraph(NodeFactory.createURI(graph))
                                .find()
                                .toList())
                        .hasSize(50)
                        .allMatch(triple ->
                                triple.getObject().getLiteralLexicalForm().equals(expected));
            }
            assertThat(held.data().getDefaultGraph().find().toList())
                    .allMatch(
                            triple -> triple.getObject().getLiteralLexicalForm().equals(expected));
        }
    }

    @Test
    void aGenerationGoesWithItsLastReader() throws IOException {
        var shared = new Shared(StateIndex.empty());
        assertThat(shared.enter()).isTrue();
        shared.leave();
        assertThat(shared.isGone()).isFalse();
        shared.leave();
        assertThat(shared.isGone()).isTrue();
        assertThat(shared.enter()).isFalse();
    }

    @Test
    void theIndexSaysWhatTheDataInMemorySay() throws IOException {
        StateFiles files =
                new StateFiles(1, Instant.EPOCH, List.of(release("trees", 1, 300, 0), release("areas", 1, 200, 0)));
        generations.show(files);
        var oracle = MemoryIndex.build(files, java.util.Optional.empty());
        try (Generation served = generations.acquire()) {
            assertThat(served.quads()).isEqualTo(oracle.quads());
            assertThat(served.releases()).isEqualTo(oracle.releases());
            assertThat(Set.copyOf(served.data().getDefaultGraph().find().toList()))
                    .isEqualTo(Set.copyOf(oracle.data().getDefaultGraph().find().toList()));
            assertThat(served.data()
                            .getGraph(NodeFactory.createURI("urn:g:areas"))
                            .size())
                    .isEqualTo(200);
        }
    }

    @Test
    void anUnchangedReleaseIsNotReadAgain() throws IOException {
        ReleaseFile trees = release("trees", 1, 100, 0);
        show(1, trees, release("areas", 1, 100, 1));
        var before = Files.getLastModifiedTime(folder.resolve("segments/trees-1/spo"));
        Object key = Files.readAttributes(folder.resolve("segments/trees-1/spo"), BasicFileAttributes.class)
                .fileKey();
        show(2, trees, release("areas", 2, 100, 2));
        assertThat(Files.getLastModifiedTime(folder.resolve("segments/trees-1/spo")))
                .isEqualTo(before);
        assertThat(Files.readAttributes(folder.resolve("segments/trees-1/spo"), BasicFileAttributes.class)
                        .fileKey())
                .isEqualTo(key);
    }

    /// Says how many strings a segment has.
    private static final SideIndex STRINGS = new SideIndex() {
        @Override
        public String name() {
            return "strings";
        }

        @Override
        public void write(StoredIndex segment, Path place) {
            try {
                Files.writeString(place.resolve("count"), segment.dictionary().count(TermId.STRING) + " strings");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    @Test
    void whatIsBesideASegmentIsSharedAndBuiltAgainWithItWhenItIsDamaged() throws IOException {
        generations.close();
        generations = new Generations(folder, StoreOptions.DEFAULT);
        ReleaseFile trees = release("trees", 1, 10, 1);
        show(1, trees);
        generations.close();
        Path file = folder.resolve("segments/trees-1/strings/count");
        assertThat(file).doesNotExist();

        generations = new Generations(folder, StoreOptions.DEFAULT.with(STRINGS));
        show(2, trees, release("areas", 1, 5, 2));
        assertThat(file).as("a segment without it is built again").hasContent("1 strings");

        Files.writeString(file, "9 strings");
        show(3, trees, release("areas", 2, 5, 2));
        try (Generation served = generations.acquire()) {
            assertThat(served.state()).isEqualTo(3);
            assertThat(served.index().orElseThrow().sides("strings")).hasSize(2);
        }
        assertThat(file).hasContent("1 strings");
    }

    @Test
    void onlyTheServedAndTheEarlierGenerationStay() throws IOException {
        for (int state = 1; state <= 4; state++) {
            show(state, release("trees", state, 10, state), release("areas", state, 10, state));
        }
        assertThat(names(folder)).containsExactly("3", "4", "lock", "segments");
        assertThat(names(folder.resolve("segments"))).containsExactly("areas-3", "areas-4", "trees-3", "trees-4");
    }

    @Test
    void aFreshStartServesTheNewestCompleteGeneration() throws IOException {
        show(1, release("trees", 1, 10, 1), release("areas", 1, 10, 1));
        show(2, release("trees", 2, 10, 2), release("areas", 2, 10, 2));
        Files.createDirectory(folder.resolve("3.tmp"));
        Files.createDirectory(folder.resolve("4"));
        try (var restarted = new Generations(folder);
                Generation served = restarted.acquire()) {
            assertThat(served.state()).isEqualTo(2);
            assertThat(served.quads()).isEqualTo(20);
            assertThat(served.releases()).containsEntry("trees", 2L);
        }
        assertThat(names(folder)).contains("4.bad");
    }

    @Test
    void aDamagedGenerationIsSetAsideAndBuiltAgainWhileTheOneBeforeServes() throws Exception {
        show(1, release("trees", 1, 3000, 1), release("areas", 1, 10, 1));
        show(2, release("trees", 2, 3000, 2), release("areas", 2, 10, 2));
        for (String file : List.of("2/spo", "2/pso", "2/terms.dict", "segments/trees-2/spo", "2/remap-0")) {
            flip(folder.resolve(file));
            try (var damaged = new Generations(folder)) {
                var files = new StateFiles(2, Instant.EPOCH, latest);
                if (!damaged.serves(files)) {
                    damaged.show(files);
                }
                touchAll(damaged);
                awaitGoodState(damaged);
            }
        }
    }

    private static void awaitGoodState(Generations generations) throws InterruptedException {
        for (int attempt = 0; attempt < 1000; attempt++) {
            try (Generation served = generations.acquire()) {
                assertThat(served.state()).isBetween(1L, 2L);
                if (served.state() == 2 && reads(served) == 3010) {
                    return;
                }
            } catch (SnapshotFault fault) {
                // found, and not yet set aside
            }
            Thread.sleep(10);
        }
        throw new AssertionError("the index was not built again");
    }

    /// Reads until a fault is met, if there is one.
    private static void touchAll(Generations generations) {
        try (Generation served = generations.acquire()) {
            reads(served);
        } catch (SnapshotFault fault) {
            assertThat(IndexDamage.of(fault).orElseThrow().code()).isEqualTo(ErrorCode.STARTING);
        }
    }

    private static long reads(Generation served) {
        long count = 0;
        for (String graph : List.of("urn:g:trees", "urn:g:areas")) {
            Node name = NodeFactory.createURI(graph);
            count += served.data().getGraph(name).find().toList().size();
            assertThat(served.data().getGraph(name).contains(Node.ANY, NODE, Node.ANY))
                    .isFalse();
        }
        assertThat(served.data()
                        .getDefaultGraph()
                        .find(Node.ANY, NodeFactory.createURI("urn:p"), Node.ANY)
                        .toList())
                .isNotEmpty();
        return count;
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[100] ^= 8;
        Files.delete(file);
        Files.write(file, bytes);
    }

    private static List<String> names(Path place) throws IOException {
        try (var entries = Files.list(place)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private void assertDamaged(ReleaseFile file) {
        assertThatThrownBy(() -> show(2, file))
                .isInstanceOfSatisfying(
                        ServerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.RELEASE_DAMAGED));
        try (Generation served = generations.acquire()) {
            assertThat(served.state()).isEqualTo(1);
            assertThat(served.quads()).isEqualTo(1000);
        }
    }

    private void show(long state, ReleaseFile... files) {
        latest = List.of(files);
        generations.show(new StateFiles(state, Instant.EPOCH, latest));
    }

    private ReleaseFile release(String dataset, long number, int count, int value) throws IOException {
        return new ReleaseFile(dataset, number, "urn:g:" + dataset, write(dataset, number, count, value), count);
    }

    private Path write(String dataset, long number, int count, int value) throws IOException {
        Path file = work.resolve(dataset + "-" + number + ".nq.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (int subject = 0; subject < count; subject++) {
                String line = "<urn:s:" + subject + "> <urn:p> \"" + value + "\" <urn:g:" + dataset + "> .\n";
                out.write(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
