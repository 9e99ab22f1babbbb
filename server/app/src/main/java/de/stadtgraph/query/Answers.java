package de.stadtgraph.query;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;

/// Writes an answer in one of the formats of SPARQL 1.1 (results in JSON, XML, CSV, TSV; graphs as RDF). One answer.
///
/// Rows, N-Triples and N-Quads are streamed; Turtle, JSON-LD, RDF/XML and TriG hold the graph, which the query's meter
/// has charged.
public final class Answers implements ResultSink {
    private static final Map<String, Lang> ROWS = Map.of(
            "json", ResultSetLang.RS_JSON,
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

    private final OutputStream out;
    private final Lang language;

    private Answers(OutputStream out, Lang language) {
        this.out = out;
        this.language = language;
    }

    /// An answer of a query form in a format, by its short name; an empty name takes CSV, JSON for ASK, or Turtle.
    ///
    /// @throws ServerException [ErrorCode#NOT_ACCEPTABLE] when the form has no such format
    public static Answers to(OutputStream out, String format, PreparedQuery.Kind kind) {
        Map<String, Lang> formats = switch (kind) {
            case SELECT, ASK -> ROWS;
            case CONSTRUCT, DESCRIBE -> GRAPHS;
        };
        String usual = switch (kind) {
            case SELECT -> "csv";
            case ASK -> "json";
            case CONSTRUCT, DESCRIBE -> "ttl";
        };
        String wanted = format.isEmpty() ? usual : format;
        Lang language = formats.get(wanted);
        boolean table = wanted.equals("csv") || wanted.equals("tsv");
        if (language == null || (kind == PreparedQuery.Kind.ASK && table)) {
            throw new ServerException(
                    ErrorCode.NOT_ACCEPTABLE,
                    "There is no format " + wanted + " for " + kind + "; there are "
                            + String.join(", ", new TreeSet<>(formats.keySet())) + ".");
        }
        return new Answers(out, language);
    }

    @Override
    public void rows(RowSet rows) throws IOException {
        RowSetWriterRegistry.getFactory(language).create(language).write(out, rows, ARQ.getContext());
        out.flush();
    }

    @Override
    public void truth(boolean answer) throws IOException {
        RowSetWriterRegistry.getFactory(language).create(language).write(out, answer, ARQ.getContext());
        out.flush();
    }

    @Override
    public void triples(Iterator<Triple> triples) throws IOException {
        if (language.equals(Lang.NTRIPLES) || language.equals(Lang.NQUADS)) {
            StreamRDF stream = StreamRDFWriter.getWriterStream(out, language);
            stream.start();
            triples.forEachRemaining(stream::triple);
            stream.finish();
        } else {
            Graph graph = GraphFactory.createDefaultGraph();
            triples.forEachRemaining(graph::add);
            RDFWriter.create().source(graph).lang(language).output(out);
        }
        out.flush();
    }
}
