package de.stadtgraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtgraph.problem.ServerException;
import de.stadtgraph.snapshot.BuildOptions;
import de.stadtgraph.snapshot.SegmentBuilder;
import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.View;
import de.stadtgraph.store.Generation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A query that is asked again runs by the plan of before, and nothing of the run before is seen.
class KeptPlansTest {
    static {
        JenaSystem.init();
    }

    private static final String TEXT = "SELECT ?s ?l (CONCAT(?l, '!') AS ?m) { ?s <p/label> ?l } ORDER BY ?l";

    @TempDir
    Path folder;

    private final QueryGate gate = new QueryGate(QueryLimits.defaults(2), SmallState.BASE);

    private record Indexed(Snapshot snapshot, DatasetGraph data, long state) implements Generation {
        @Override
        public Instant time() {
            return Instant.EPOCH;
        }

        @Override
        public Map<String, Long> releases() {
            return Map.of("things", state);
        }

        @Override
        public long quads() {
            return snapshot.manifest().quads();
        }

        @Override
        public void close() {
            snapshot.close();
        }
    }

    private Indexed state(long number, int things) {
        DatasetGraph memory = SmallState.of(things).data();
        Path place = folder.resolve("state" + number);
        new SegmentBuilder(BuildOptions.of("test", SmallState.BASE + "default"))
                .build(
                        out -> {
                            out.start();
                            memory.find(Quad.ANY).forEachRemaining(quad -> {
                                if (!quad.isDefaultGraph()) {
                                    out.quad(quad);
                                }
                            });
                            out.finish();
                        },
                        place);
        Snapshot snapshot = Snapshot.open(place);
        return new Indexed(snapshot, snapshot.dataset(View.union()), number);
    }

    private String answer(String text, String format, Generation state, OptionalLong limit) throws IOException {
        var request = new QueryRequest(text, Optional.empty(), List.of(), List.of(), OptionalLong.empty(), limit);
        PreparedQuery prepared = gate.prepare(request);
        try (var out = new Spool(prepared.budget())) {
            Outcome outcome =
                    gate.run(prepared, UUID.randomUUID().toString(), state, Answers.to(out, format, prepared.kind()));
            try (var answer = out.read()) {
                return outcome.rows() + " " + outcome.more() + " "
                        + new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    private String answer(String format, Generation state) throws IOException {
        return answer(TEXT, format, state, OptionalLong.empty());
    }

    @Test
    void asked_again_a_query_answers_as_before() throws IOException {
        try (Indexed state = state(1, 30)) {
            String first = answer("tsv", state);
            assertThat(first).startsWith("31 false ?s\t?l\t?m\n").contains("\t\"Ding 7!\"\n");
            assertThat(answer("tsv", state)).isEqualTo(first);
            assertThat(answer("json", state)).contains("\"Ding 7!\"").contains("\"bindings\":[{");
            assertThat(answer("tsv", state)).isEqualTo(first);
            assertThat(answer("xml", state)).contains("Ding 7!");
            assertThat(answer("tsv", state)).isEqualTo(first);
        }
    }

    @Test
    void each_run_has_its_own_limit() throws IOException {
        try (Indexed state = state(1, 30)) {
            for (int round = 0; round < 3; round++) {
                assertThat(answer(TEXT, "csv", state, OptionalLong.of(4))).startsWith("4 true s,l,m\r\n");
                assertThat(answer(TEXT, "csv", state, OptionalLong.of(31))).startsWith("31 false s,l,m\r\n");
                assertThat(answer(TEXT, "csv", state, OptionalLong.of(0))).isEqualTo("0 true s,l,m\r\n");
            }
        }
    }

    @Test
    void a_run_that_met_its_budget_leaves_nothing_behind() throws IOException {
        var small = new QueryBudget(java.time.Duration.ofSeconds(5), 10, 8 << 20, 16 << 20, 100_000_000);
        var strict = new QueryGate(QueryLimits.defaults(2).with(small, small), SmallState.BASE);
        try (Indexed many = state(1, 30);
                Indexed few = state(2, 5)) {
            PreparedQuery prepared = strict.prepare(QueryRequest.of(TEXT));
            for (int round = 0; round < 3; round++) {
                var out = new Spool(prepared.budget());
                assertThatThrownBy(() -> strict.run(prepared, "many", many, Answers.to(out, "csv", prepared.kind())))
                        .isInstanceOf(ServerException.class);
                var good = new Spool(prepared.budget());
                Outcome outcome = strict.run(prepared, "few" + round, few, Answers.to(good, "csv", prepared.kind()));
                assertThat(outcome.rows()).isEqualTo(6);
            }
        }
    }

    @Test
    void each_state_answers_for_itself() throws IOException {
        try (Indexed one = state(1, 30);
                Indexed other = state(2, 60)) {
            for (int round = 0; round < 3; round++) {
                assertThat(answer("csv", one)).startsWith("31 ");
                assertThat(answer("csv", other)).startsWith("61 ");
            }
        }
    }

    @Test
    void many_at_once_do_not_share_a_run() throws Exception {
        try (Indexed state = state(1, 300);
                var threads = Executors.newFixedThreadPool(4)) {
            String expected = answer("tsv", state);
            List<Callable<String>> asked = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                asked.add(() -> answer("tsv", state));
            }
            for (var answer : threads.invokeAll(asked)) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void a_quick_query_asked_again_runs_on_the_thread_that_asks() throws Exception {
        try (Indexed state = state(1, 30)) {
            PreparedQuery prepared = gate.prepare(QueryRequest.of(TEXT));
            for (int round = 0; round < 2_000 && !gate.isQuick(prepared, state); round++) {
                answer("tsv", state);
            }
            assertThat(gate.isQuick(prepared, state)).isTrue();
            var writing = new AtomicReference<Thread>();
            var text = new AtomicReference<String>();
            Thread asking = Thread.ofVirtual().start(() -> {
                var out = new ByteArrayOutputStream() {
                    @Override
                    public synchronized void write(byte[] bytes, int offset, int length) {
                        writing.set(Thread.currentThread());
                        super.write(bytes, offset, length);
                    }
                };
                gate.run(prepared, "quick", state, Answers.to(out, "tsv", prepared.kind()));
                text.set("31 false " + out.toString(StandardCharsets.UTF_8));
            });
            asking.join();
            assertThat(writing.get()).isSameAs(asking);
            assertThat(text.get()).isEqualTo(answer("tsv", state));
        }
    }

    @Test
    void a_query_with_many_rows_is_not_quick() throws IOException {
        try (Indexed state = state(1, 300)) {
            for (int round = 0; round < 20; round++) {
                answer("tsv", state);
            }
            assertThat(gate.isQuick(gate.prepare(QueryRequest.of(TEXT)), state)).isFalse();
        }
    }

    @Test
    void constructed_triples_are_those_of_a_graph() throws IOException {
        String text = "CONSTRUCT { ?s a <thing> ; <p/label> ?l ; <p/n> ?n . ?l <p/label> ?s . ?none <p/x> ?s }"
                + " WHERE { ?s <p/label> ?l BIND(STRLEN(?l) AS ?n) BIND(5 AS ?five) }";
        try (Indexed state = state(1, 30)) {
            Graph expected = read(answer(text, "nq", state, OptionalLong.empty()), Lang.NQUADS);
            assertThat(expected.size()).isEqualTo(93);
            for (int round = 0; round < 2; round++) {
                for (Lang language : List.of(Lang.NTRIPLES, Lang.TURTLE)) {
                    String format = language.equals(Lang.TURTLE) ? "ttl" : "nt";
                    String answer = answer(text, format, state, OptionalLong.empty());
                    assertThat(answer).startsWith("93 false ");
                    assertThat(read(answer, language).isIsomorphicWith(expected))
                            .isTrue();
                }
            }
        }
    }

    private static Graph read(String answer, Lang language) {
        String text = answer.substring(answer.indexOf('<'));
        return RDFParser.fromString(text, language).toGraph();
    }
}
