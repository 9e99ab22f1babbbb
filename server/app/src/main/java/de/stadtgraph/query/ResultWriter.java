package de.stadtgraph.query;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.resultset.ResultsWriter;

/// Writes a result while it runs. JSON-LD and RDF/XML hold the whole graph, under the meter; the others stream.
///
/// @param format one that fits the query's form
/// @param out not closed
public record ResultWriter(ResultFormat format, OutputStream out) implements ResultSink {
    private static final int BUFFER_BYTES = 32 * 1024;
    private static final long TRIPLE_BYTES = 256;

    @Override
    public void accept(QueryResult result, QueryMeter meter) throws IOException {
        var counted = new BufferedOutputStream(new Counted(out, meter), BUFFER_BYTES);
        switch (result) {
            case QueryResult.Rows(var rows) ->
                ResultsWriter.create().lang(format.rows()).write(counted, rows);
            case QueryResult.Truth(boolean value) ->
                ResultsWriter.create().lang(format.rows()).write(counted, value);
            case QueryResult.Triples triples -> triples(triples, counted, meter);
        }
        counted.flush();
    }

    private void triples(QueryResult.Triples result, OutputStream counted, QueryMeter meter) {
        if (format == ResultFormat.JSON_LD || format == ResultFormat.RDF_XML) {
            whole(result, counted, meter);
            return;
        }
        StreamRDF stream = StreamRDFWriter.getWriterStream(counted, format.graph());
        stream.start();
        result.prefixes().forEach(stream::prefix);
        result.triples().forEachRemaining(stream::triple);
        stream.finish();
    }

    private void whole(QueryResult.Triples result, OutputStream counted, QueryMeter meter) {
        Graph graph = GraphFactory.createDefaultGraph();
        result.prefixes().forEach(graph.getPrefixMapping()::setNsPrefix);
        result.triples().forEachRemaining(triple -> {
            meter.hold(TRIPLE_BYTES);
            graph.add(triple);
        });
        RDFWriter.source(graph).format(format.graph()).output(counted);
    }

    /// Charges bytes before they leave.
    private static final class Counted extends FilterOutputStream {
        private final QueryMeter meter;

        Counted(OutputStream out, QueryMeter meter) {
            super(out);
            this.meter = meter;
        }

        @Override
        public void write(int b) throws IOException {
            meter.out(1);
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            meter.out(length);
            out.write(bytes, offset, length);
        }
    }
}
