package de.stadtgraph.snapshot.arq;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.snapshot.BuildOptions;
import de.stadtgraph.snapshot.OddTerms;
import de.stadtgraph.snapshot.SegmentBuilder;
import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.View;
import de.stadtgraph.snapshot.write.IdTable;
import de.stadtgraph.snapshot.write.TableWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.out.NodeFormatterTTL;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Answers written from ids are, byte for byte, those of ARQ's writers; in JSON, term for term.
class TableWriterTest {
    static {
        JenaSystem.init();
    }

    private static final int QUADS = 4_000;
    private static final Node GRAPH = NodeFactory.createURI("urn:x:graph");

    @TempDir
    Path folder;

    private final Set<Node> objects = new HashSet<>();

    @BeforeEach
    void build() {
        var terms = new OddTerms(7);
        new SegmentBuilder(BuildOptions.of("test", "urn:x:default").withMemory(1 << 20))
                .build(
                        out -> {
                            out.start();
                            for (int i = 0; i < QUADS; i++) {
                                Node object = i % 50 == 0 ? NodeFactory.createURI(odd(i)) : terms.object();
                                objects.add(object);
                                out.quad(new Quad(GRAPH, terms.subject(), terms.iri(), object));
                            }
                            out.finish();
                        },
                        folder.resolve("index"));
    }

    private static String odd(int number) {
        return "urn:x:"
                + List.of("ä", "<", " ", "°", "\\", "a\"b,c", "\u0085", "{}").get(number / 50 % 8) + number;
    }

    @Test
    void tsv_is_that_of_arq() throws IOException {
        sameBytes(ResultSetLang.RS_TSV, (table, out) -> TableWriter.tsv(table, TableWriterTest::turtle, out));
    }

    @Test
    void csv_is_that_of_arq() throws IOException {
        sameBytes(ResultSetLang.RS_CSV, (table, out) -> {
            Map<Node, String> blanks = new HashMap<>();
            TableWriter.csv(table, term -> csv(term, blanks), out);
        });
    }

    @Test
    void json_has_the_terms_of_arq() throws IOException {
        try (Snapshot snapshot = Snapshot.open(folder.resolve("index"))) {
            Run run = new Run(snapshot, QUERY);
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes("{\"head\":{\"vars\":[\"o\",\"p\",\"made\",\"none\"]},\"results\":{\"bindings\":["
                    .getBytes(StandardCharsets.UTF_8));
            Set<Node> odd = new HashSet<>();
            TableWriter.json(
                    run.table(),
                    term -> {
                        odd.add(term);
                        return "{\"type\":\"uri\",\"value\":\"urn:odd\"}";
                    },
                    bytes);
            bytes.writeBytes("]}}".getBytes(StandardCharsets.UTF_8));
            RowSet read = RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON)
                    .create(ResultSetLang.RS_JSON)
                    .read(new java.io.ByteArrayInputStream(bytes.toByteArray()), ARQ.getContext());
            RowSet wanted = run.rows();
            int same = 0;
            while (wanted.hasNext()) {
                var one = wanted.next();
                var other = read.next();
                for (Var variable : wanted.getResultVars()) {
                    Node term = one.get(variable);
                    if (!odd.contains(term)) {
                        assertThat(other.get(variable)).isEqualTo(term);
                        same++;
                    }
                }
            }
            assertThat(read.hasNext()).isFalse();
            assertThat(same).isGreaterThan(QUADS);
        }
    }

    private static final String QUERY =
            "SELECT ?o ?p ?made ?none { ?s ?p ?o BIND(CONCAT(STR(?p), \"é\\t\\\"\") AS ?made) }";

    private interface Writing {
        void write(IdTable table, OutputStream out) throws IOException;
    }

    private void sameBytes(Lang language, Writing writing) throws IOException {
        assertThat(objects).hasSizeGreaterThan(500);
        try (Snapshot snapshot = Snapshot.open(folder.resolve("index"))) {
            for (String text : List.of(QUERY, "SELECT * { ?s ?p ?o }", "SELECT ?none { ?s a ?o }")) {
                Run run = new Run(snapshot, text);
                var ours = new ByteArrayOutputStream();
                writing.write(run.table(), ours);
                var theirs = new ByteArrayOutputStream();
                RowSetWriterRegistry.getFactory(language).create(language).write(theirs, run.rows(), ARQ.getContext());
                assertThat(ours.toString(StandardCharsets.UTF_8)).isEqualTo(theirs.toString(StandardCharsets.UTF_8));
            }
        }
    }

    /// A query that runs twice by one plan.
    private static final class Run {
        private final List<String> names;
        private final IdPlan plan;
        private final ExecutionContext context;

        Run(Snapshot snapshot, String text) {
            Query query = QueryFactory.create(text);
            Context settings = ARQ.getContext().copy();
            Op op = Algebra.optimize(Algebra.compile(query), settings);
            this.names = query.getResultVars();
            this.context = ExecutionContext.create(snapshot.dataset(View.union()), settings);
            this.plan = new Vectorising(new DifferentialRun.FreeMeter(), reason -> {})
                    .plan(op, context)
                    .orElseThrow();
        }

        IdTable table() {
            return plan.table(names, new DifferentialRun.FreeMeter());
        }

        RowSet rows() {
            return RowSetStream.create(Var.varList(names), plan.rows(new DifferentialRun.FreeMeter(), context));
        }
    }

    private static String turtle(Node term) {
        var text = new IndentedLineBuffer();
        new NodeFormatterTTL(null, null).format(text, term);
        return text.asString();
    }

    private static String csv(Node term, Map<Node, String> blanks) {
        String text = term.isLiteral() ? term.getLiteralLexicalForm() : term.isURI() ? term.getURI() : "?";
        String shown = term.isBlank() ? blanks.computeIfAbsent(term, _ -> "b" + blanks.size()) : text;
        boolean quotes = shown.isEmpty() || shown.chars().anyMatch(each -> "\",\r\n".indexOf(each) >= 0);
        return quotes ? '"' + shown.replace("\"", "\"\"") + '"' : shown;
    }
}
