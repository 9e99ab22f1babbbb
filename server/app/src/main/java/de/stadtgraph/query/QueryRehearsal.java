package de.stadtgraph.query;

import de.stadtgraph.snapshot.BuildOptions;
import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.SegmentBuilder;
import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.View;
import de.stadtgraph.snapshot.arq.IdPlan;
import de.stadtgraph.snapshot.arq.UniformTables;
import de.stadtgraph.snapshot.arq.Vectorising;
import de.stadtgraph.snapshot.write.IdTable;
import de.stadtgraph.snapshot.write.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.ExecutionContext;

/// Queries an index of invented readings, so that a training run of the virtual machine sees columns as long as those
/// of
/// a city. What it learns of the samples alone, whose columns end after a few hundred rows, makes it compile the loops
/// over columns for short ones.
public final class QueryRehearsal {
    private static final int READINGS = 60_000;
    private static final int SENSORS = 400;
    private static final int ROUNDS = 15;
    private static final String NS = "http://example.org/";
    private static final List<String> QUERIES = List.of(
            "SELECT ?h (AVG(?v) AS ?a) (COUNT(*) AS ?n) { ?r ex:at ?t ; ex:value ?v BIND(HOURS(?t) AS ?h) } GROUP BY ?h",
            "SELECT ?h (AVG(?v) AS ?a) (COUNT(*) AS ?n) { ?r ex:sensor ex:sensor-7 ; ex:at ?t ; ex:value ?v }"
                    + " GROUP BY (HOURS(?t) AS ?h)",
            "SELECT ?a (SUM(?v) AS ?sum) (MAX(?v) AS ?most) { ?s ex:area ?a . ?r ex:sensor ?s ; ex:value ?v } GROUP BY ?a",
            "SELECT ?r ?v { ?r a ex:Reading ; ex:value ?v FILTER(?v > 40) }",
            "SELECT ?r ?t ?v { ?r ex:sensor ex:sensor-7 ; ex:at ?t ; ex:value ?v FILTER(?v > 20) } ORDER BY DESC(?v) LIMIT 20",
            "SELECT ?r ?t ?v ?s { ?r ex:at ?t ; ex:value ?v ; ex:sensor ?s }",
            "SELECT ?r ?c { ?r ex:sensor ex:sensor-8 OPTIONAL { ?r ex:checked ?c } }",
            "SELECT (COUNT(*) AS ?n) { ?r a ex:Reading FILTER NOT EXISTS { ?r ex:checked true } }",
            "SELECT (COUNT(*) AS ?n) { ?r a ex:Reading MINUS { ?r ex:checked true } }",
            "SELECT ?r ?l { ?r ex:label ?l FILTER(CONTAINS(LCASE(STR(?l)), \"reading 77\")) }",
            "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?r ex:sensor ?s ; ex:value ?v FILTER(?v < 10) }");

    private static final Meter FREE = new Meter() {
        @Override
        public void step(long rows) {}

        @Override
        public void hold(long bytes) {}

        @Override
        public void free(long bytes) {}
    };

    private QueryRehearsal() {}

    /// Builds the index and runs the queries; the answers are thrown away.
    ///
    /// @param folder of the index; must not exist, but its parent must
    public static void run(Path folder) throws IOException {
        new SegmentBuilder(BuildOptions.of("rehearsal", NS + "graph")).build(QueryRehearsal::readings, folder);
        try (Snapshot snapshot = Snapshot.open(folder)) {
            DatasetGraph data = snapshot.dataset(View.union());
            for (String text : QUERIES) {
                ask(QueryFactory.create("PREFIX ex: <" + NS + "> " + text), data);
            }
        }
    }

    private static void ask(Query query, DatasetGraph data) throws IOException {
        var settings = ARQ.getContext().copy();
        UniformTables.useIn(settings);
        var vectorising = new Vectorising(FREE, _ -> {});
        IdPlan plan = vectorising
                .plan(Algebra.optimize(Algebra.compile(query), settings), ExecutionContext.create(data, settings))
                .orElseThrow();
        for (int round = 0; round < ROUNDS; round++) {
            try (IdTable table = plan.table(query.getResultVars(), FREE)) {
                TableWriter.tsv(table, NodeFmtLib::strNT, OutputStream.nullOutputStream());
            }
        }
    }

    private static void readings(StreamRDF out) {
        out.start();
        for (int sensor = 0; sensor < SENSORS; sensor++) {
            send(out, "sensor-" + sensor, "area", node("area-" + sensor % 30));
        }
        LocalDateTime begin = LocalDateTime.of(2024, 1, 1, 0, 0, 1);
        for (int i = 0; i < READINGS; i++) {
            String reading = "reading-" + i;
            send(out, reading, "sensor", node("sensor-" + i % SENSORS));
            send(out, reading, "at", literal(begin.plusHours(i / SENSORS) + "Z", XSDDatatype.XSDdateTime));
            send(out, reading, "value", literal(i * 37L % 500 / 10 + "." + i * 37L % 10, XSDDatatype.XSDdecimal));
            send(out, reading, "label", literal("Reading " + i, XSDDatatype.XSDstring));
            out.triple(Triple.create(
                    node(reading),
                    NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
                    node("Reading")));
            if (i % 5 == 0) {
                send(out, reading, "checked", literal(String.valueOf(i % 10 == 0), XSDDatatype.XSDboolean));
            }
        }
        out.finish();
    }

    private static void send(StreamRDF out, String subject, String predicate, Node object) {
        out.triple(Triple.create(node(subject), node(predicate), object));
    }

    private static Node node(String name) {
        return NodeFactory.createURI(NS + name);
    }

    private static Node literal(String text, XSDDatatype datatype) {
        return NodeFactory.createLiteralDT(text, datatype);
    }
}
