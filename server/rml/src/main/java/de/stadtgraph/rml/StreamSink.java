package de.stadtgraph.rml;

import de.stadtgraph.rml.run.QuadOutput;
import java.io.ByteArrayInputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;

/// Hands quads on as terms of Apache Jena: the lines that another sink would write are read again, so that both get
/// the same.
final class StreamSink implements QuadSink, QuadOutput {
    private final StreamRDF stream;
    private boolean started;

    StreamSink(StreamRDF stream) {
        this.stream = stream;
    }

    @Override
    public void lines(byte[] bytes, int from, int to) {
        start();
        if (from < to) {
            RDFParser.source(new ByteArrayInputStream(bytes, from, to - from))
                    .lang(Lang.NQUADS)
                    .labelToNode(LabelToNode.createUseLabelAsGiven())
                    .checking(false)
                    .parse(new Quads(stream));
        }
    }

    @Override
    public void finish() {
        start();
        stream.finish();
    }

    private void start() {
        if (!started) {
            started = true;
            stream.start();
        }
    }

    /// The stream has begun and does not end with a piece of the lines.
    private static final class Quads extends StreamRDFWrapper {
        Quads(StreamRDF stream) {
            super(stream);
        }

        @Override
        public void start() {
            // It has.
        }

        @Override
        public void finish() {
            // It does not.
        }

        @Override
        public void quad(Quad quad) {
            if (quad.isTriple() || quad.isDefaultGraph()) {
                triple(quad.asTriple());
            } else {
                super.quad(quad);
            }
        }
    }
}
