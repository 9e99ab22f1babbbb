package de.stadtgraph.query;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.write.IdTable;
import de.stadtgraph.snapshot.write.TableWriter;
import de.stadtgraph.snapshot.write.TripleTable;
import de.stadtgraph.snapshot.write.TripleWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;

/// Writes an answer in one of the formats of SPARQL 1.1 (results in JSON, XML, CSV, TSV; graphs as RDF). One answer.
///
/// Rows, N-Triples, N-Quads, Turtle and TriG are streamed; JSON-LD and RDF/XML hold the graph, which the query's meter
/// has charged.
public final class Answers implements ResultSink {
    private static final Set<String> TRUTHS = Set.of("json", "xml");
    private static final Set<String> TABLES = Set.of("json", "xml", "csv", "tsv", "csv-excel", "xlsx", "geojson");
    private static final Map<String, Lang> ROWS = Map.of(
            "xml", ResultSetLang.RS_XML,
            "csv", ResultSetLang.RS_CSV,
            "tsv", ResultSetLang.RS_TSV);
    private static final Map<String, Lang> GRAPHS = Map.of(
            "ttl", Lang.TURTLE,
            "nt", Lang.NTRIPLES,
            "jsonld", Lang.JSONLD,
            "rdf", Lang.RDFXML,
            "nq", Lang.NQUADS,
            "trig", Lang.TRIG);

    /// Written as they come; the others need the whole graph.
    private static final Map<Lang, RDFFormat> STREAMED = Map.of(
            Lang.NTRIPLES, RDFFormat.NTRIPLES,
            Lang.NQUADS, RDFFormat.NQUADS,
            Lang.TURTLE, RDFFormat.TURTLE_BLOCKS,
            Lang.TRIG, RDFFormat.TRIG_BLOCKS);

    private final OutputStream out;
    private final Lang language;

    private Answers(OutputStream out, Lang language) {
        this.out = out;
        this.language = language;
    }

    /// An answer of a query form in a format, by its short name; an empty name takes CSV, JSON for ASK, or Turtle.
    ///
    /// @throws ServerException [ErrorCode#NOT_ACCEPTABLE] when the form has no such format
    public static ResultSink to(OutputStream out, String format, PreparedQuery.Kind kind) {
        return to(out, format, kind, Origin.NONE);
    }

    /// The same; the answer says where it comes from, if its format has a place for it.
    public static ResultSink to(OutputStream out, String format, PreparedQuery.Kind kind, Origin origin) {
        Set<String> formats = switch (kind) {
            case SELECT -> TABLES;
            case ASK -> TRUTHS;
            case CONSTRUCT, DESCRIBE -> GRAPHS.keySet();
        };
        String usual = switch (kind) {
            case SELECT -> "csv";
            case ASK -> "json";
            case CONSTRUCT, DESCRIBE -> "ttl";
        };
        String wanted = format.isEmpty() ? usual : format;
        if (!formats.contains(wanted)) {
            throw new ServerException(
                    ErrorCode.NOT_ACCEPTABLE,
                    "There is no format " + wanted + " for " + kind + "; there are "
                            + String.join(", ", new TreeSet<>(formats)) + ".");
        }
        return switch (wanted) {
            case "json" -> new JsonRows(out, origin);
            case "csv-excel" -> new ExcelRows(out);
            case "xlsx" -> new SpreadsheetRows(out, origin);
            case "geojson" -> new FeatureRows(out);
            default -> new Answers(out, Objects.requireNonNullElseGet(ROWS.get(wanted), () -> GRAPHS.get(wanted)));
        };
    }

    @Override
    public void rows(ResultRows rows) throws IOException {
        Optional<IdTable> ids = language.equals(ResultSetLang.RS_XML) ? Optional.empty() : rows.ids();
        if (ids.isPresent()) {
            if (language.equals(ResultSetLang.RS_TSV)) {
                TableWriter.tsv(ids.get(), TermTexts.turtle(), out);
            } else {
                TableWriter.csv(ids.get(), TermTexts.csv(), out);
            }
            out.flush();
            return;
        }
        RowSetWriterRegistry.getFactory(language).create(language).write(out, rows.set(), ARQ.getContext());
        out.flush();
    }

    @Override
    public void truth(boolean answer) throws IOException {
        RowSetWriterRegistry.getFactory(language).create(language).write(out, answer, ARQ.getContext());
        out.flush();
    }

    @Override
    public boolean ids(Supplier<TripleTable> triples, LongConsumer written, Meter meter) throws IOException {
        if (language.equals(Lang.NTRIPLES)) {
            TripleWriter.nTriples(triples.get(), TermTexts.nTriples(), new TripleWriter.Target(out, written, meter));
        } else if (language.equals(Lang.TURTLE)) {
            TripleWriter.turtle(triples.get(), TermTexts.turtle(), new TripleWriter.Target(out, written, meter));
        } else {
            return false;
        }
        out.flush();
        return true;
    }

    @Override
    public void triples(Iterator<Triple> triples) throws IOException {
        RDFFormat streamed = STREAMED.get(language);
        if (streamed != null) {
            StreamRDF stream = StreamRDFWriter.getWriterStream(out, streamed);
            stream.start();
            triples.forEachRemaining(stream::triple);
            stream.finish();
        } else {
            RDFWriter.create().source(whole(triples)).lang(language).output(out);
        }
        out.flush();
    }

    private static Graph whole(Iterator<Triple> triples) {
        if (triples instanceof MeteredTriples metered) {
            return metered.whole();
        }
        Graph graph = GraphFactory.createDefaultGraph();
        triples.forEachRemaining(graph::add);
        return graph;
    }
}
