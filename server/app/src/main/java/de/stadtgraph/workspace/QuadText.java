package de.stadtgraph.workspace;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;

/// N-Quads (RDF 1.1 N-Quads) in which blank nodes keep their identity from writing to reading. Stateless.
final class QuadText {
    private QuadText() {}

    static void write(Iterator<Quad> quads, OutputStream out) {
        StreamRDF lines = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
        lines.start();
        quads.forEachRemaining(lines::quad);
        lines.finish();
    }

    static List<Quad> read(byte[] text) {
        List<Quad> quads = new ArrayList<>();
        read(new ByteArrayInputStream(text), new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                quads.add(Quad.create(Quad.defaultGraphIRI, triple));
            }

            @Override
            public void quad(Quad quad) {
                quads.add(normal(quad));
            }
        });
        return quads;
    }

    /// Streams quads; those of the default graph come as triples or as quads.
    ///
    /// @throws RiotException for a text that is not N-Quads
    static void read(InputStream text, StreamRDF sink) {
        RDFParser.create()
                .source(text)
                .lang(Lang.NQUADS)
                .checking(false)
                .labelToNode(LabelToNode.createUseLabelEncoded())
                .errorHandler(ErrorHandlerFactory.errorHandlerStrictSilent())
                .parse(sink);
    }

    /// The default graph has two names; this has one.
    static Quad normal(Quad quad) {
        return quad.isDefaultGraph() && !Quad.defaultGraphIRI.equals(quad.getGraph())
                ? Quad.create(Quad.defaultGraphIRI, quad.asTriple())
                : quad;
    }
}
