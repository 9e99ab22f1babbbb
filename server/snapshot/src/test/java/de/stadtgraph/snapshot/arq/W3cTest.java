package de.stadtgraph.snapshot.arq;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.snapshot.BuildOptions;
import de.stadtgraph.snapshot.SegmentBuilder;
import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.View;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetRewindable;
import org.apache.jena.sparql.resultset.RDFInput;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.sparql.resultset.ResultsReader;
import org.apache.jena.sparql.resultset.SPARQLResult;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.vocabulary.ResultSetGraphVocab;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The W3C tests of SPARQL 1.0, 1.1 and 1.2, each three times: ARQ in memory, the snapshot under ARQ's operators, and
/// vectorised. All three give the same answer, so the same verdict.
class W3cTest {
    private static final Path SUITES = Path.of("../../../shared/material/w3c-rdf-tests/sparql");
    private static final Node DEFAULT = NodeFactory.createURI("urn:test:default");
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Map<String, Integer> TALLY = new TreeMap<>();

    /// Folders whose tests need what the engine does not have.
    private static final Set<String> OTHER = Set.of(
            // entailment regimes are no part of the engine
            "entailment",
            // SERVICE and the protocol are the server's
            "service-description",
            "protocol",
            "syntax-fed",
            // updates: the engine is read-only
            "syntax-update-1",
            "syntax-update-2");

    @TempDir
    Path folder;

    @AfterAll
    static void report() {
        System.out.println("W3C SPARQL: " + TALLY);
    }

    @TestFactory
    Stream<DynamicTest> answers_are_those_of_arq_in_memory() throws IOException {
        return cases().filter(W3cCase::isEvaluation)
                .filter(each -> !each.query().isEmpty() && isOurs(each))
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> evaluate(each)));
    }

    @TestFactory
    Stream<DynamicTest> syntax_is_accepted_or_refused_as_the_suite_says() throws IOException {
        return cases().filter(
                        each -> each.type().contains("Syntax") && !each.type().contains("Update"))
                .filter(each -> !each.query().endsWith(".ru") && isOurs(each))
                // the grammar of Apache Jena 5.6.0 takes a triple term as subject, which SPARQL 1.2 has dropped since
                .filter(each -> !each.name().contains("tripleterm-subject-"))
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> syntax(each)));
    }

    private static Stream<W3cCase> cases() throws IOException {
        Assumptions.assumeTrue(Files.exists(SUITES), "passed over: no W3C suites beside the checkout");
        return W3cCase.in(SUITES).stream();
    }

    private static boolean isOurs(W3cCase test) {
        return OTHER.stream().noneMatch(each -> test.query().contains("/" + each + "/"));
    }

    private static void syntax(W3cCase test) {
        boolean negative = test.type().startsWith("Negative");
        boolean accepted = true;
        try {
            QueryFactory.read(test.query(), null, Syntax.syntaxSPARQL_12);
        } catch (QueryException e) {
            accepted = false;
        }
        TALLY.merge("syntax " + (accepted != negative ? "passed" : "failed"), 1, Integer::sum);
        assertThat(accepted).isEqualTo(!negative);
    }

    private void evaluate(W3cCase test) throws IOException {
        Query query = QueryFactory.read(test.query(), null, Syntax.syntaxARQ);
        DatasetGraph memory = memory(test, query);
        Path place = folder.resolve("case" + COUNTER.incrementAndGet());
        Set<Node> names = build(memory, place);
        try (Snapshot snapshot = Snapshot.open(place)) {
            DatasetGraph ours = snapshot.dataset(View.of(Set.of(DEFAULT), names));
            Answer expected = Answer.of(query, memory, new Context());
            Answer plain = Answer.of(query, ours, context(false));
            Answer vectorised = Answer.of(query, ours, context(true));
            String verdict = expected.verdict(test.result());
            TALLY.merge("evaluation " + verdict, 1, Integer::sum);
            if (query.isReduced() || test.name().endsWith("plus-2-corrected")) {
                // how many duplicates REDUCED keeps is free; plus-2 shows labels of blank nodes, which are free, too
                return;
            }
            assertThat(plain.isSame(expected)).as("without vectorising").isTrue();
            assertThat(vectorised.isSame(expected)).as("vectorised").isTrue();
            assertThat(vectorised.verdict(test.result())).isEqualTo(verdict);
        }
    }

    private static Context context(boolean vectorise) {
        Context context = new Context();
        context.set(Vectorising.ENABLED, vectorise);
        QC.setFactory(
                context, SnapshotExecutor.factory(new Vectorising(new DifferentialRun.FreeMeter(), reason -> {})));
        return context;
    }

    private static DatasetGraph memory(W3cCase test, Query query) {
        DatasetGraph memory = DatasetGraphFactory.createTxnMem();
        test.data().forEach(file -> RDFParser.source(file).parse(memory.getDefaultGraph()));
        test.graphs().forEach(file -> load(memory, file));
        if (test.data().isEmpty() && test.graphs().isEmpty()) {
            query.getGraphURIs().forEach(file -> load(memory, file));
            query.getNamedGraphURIs().forEach(file -> load(memory, file));
        }
        return memory;
    }

    private static void load(DatasetGraph memory, String file) {
        RDFParser.source(file).base(file).parse(memory.getGraph(NodeFactory.createURI(file)));
    }

    private static Set<Node> build(DatasetGraph memory, Path place) {
        Set<Node> names = new HashSet<>();
        BuildOptions options = BuildOptions.of("test", DEFAULT.getURI()).withMemory(1 << 20);
        new SegmentBuilder(options)
                .build(
                        out -> {
                            out.start();
                            memory.find().forEachRemaining(quad -> {
                                boolean unnamed = quad.isDefaultGraph();
                                out.quad(unnamed ? Quad.create(DEFAULT, quad.asTriple()) : quad);
                                if (!unnamed) {
                                    names.add(quad.getGraph());
                                }
                            });
                            out.finish();
                        },
                        place);
        return names;
    }

    /// An answer of any query form, kept.
    ///
    /// @param rows rows of a SELECT
    /// @param truth answer of an ASK
    /// @param graph graph of a CONSTRUCT or DESCRIBE
    private record Answer(
            @Nullable RowSetRewindable rows,
            @Nullable Boolean truth,
            @Nullable Graph graph) {
        static Answer of(Query query, DatasetGraph dataset, Context context) {
            try (QueryExec execution =
                    QueryExec.dataset(dataset).query(query).context(context).build()) {
                if (query.isAskType()) {
                    return new Answer(null, execution.ask(), null);
                }
                if (query.isSelectType()) {
                    return new Answer(execution.select().rewindable(), null, null);
                }
                return new Answer(null, null, query.isConstructType() ? execution.construct() : execution.describe());
            }
        }

        boolean isSame(Answer other) {
            if (rows != null && other.rows != null) {
                rows.reset();
                other.rows.reset();
                return ResultsCompare.equalsByTerm((RowSet) rows, (RowSet) other.rows);
            }
            if (graph != null && other.graph != null) {
                return graph.isIsomorphicWith(other.graph);
            }
            return truth != null && truth.equals(other.truth);
        }

        /// Against the suite's result file; `not judged` where its format is none of results.
        String verdict(String file) throws IOException {
            if (file.isEmpty()) {
                return "not judged";
            }
            if (graph != null) {
                return graph.isIsomorphicWith(RDFParser.source(file).toGraph()) ? "passed" : "failed";
            }
            SPARQLResult expected = result(file);
            if (truth != null) {
                return truth.equals(expected.getBooleanResult()) ? "passed" : "failed";
            }
            if (rows == null) {
                return "not judged";
            }
            rows.reset();
            RowSetRewindable wanted = RowSet.adapt(expected.getResultSet()).rewindable();
            boolean equal = ResultsCompare.equalsByValue((RowSet) wanted, (RowSet) rows);
            return equal ? "passed" : "failed";
        }

        /// Results as RDF (the 1.0 suite), or in a format of results.
        private static SPARQLResult result(String file) throws IOException {
            if (!file.endsWith(".ttl") && !file.endsWith(".rdf") && !file.endsWith(".n3")) {
                byte[] bytes = Files.readAllBytes(Path.of(URI.create(file)));
                Lang lang = RDFLanguages.pathnameToLang(file);
                return ResultsReader.create().forceLang(lang).build().readAny(new ByteArrayInputStream(bytes));
            }
            var model = ModelFactory.createModelForGraph(RDFParser.source(file).toGraph());
            boolean truth = model.contains(null, ResultSetGraphVocab.p_boolean, (RDFNode) null);
            return truth
                    ? new SPARQLResult(model.listObjectsOfProperty(ResultSetGraphVocab.p_boolean)
                            .next()
                            .asLiteral()
                            .getBoolean())
                    : new SPARQLResult(RDFInput.fromRDF(model));
        }
    }
}
