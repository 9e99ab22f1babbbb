package de.stadtgraph.rml;

import java.nio.channels.WritableByteChannel;
import org.apache.jena.riot.system.StreamRDF;

/// Where the quads of a run go; both kinds get the same quads in the same order. For one run; not thread-safe.
public sealed interface QuadSink permits NquadsSink, StreamSink {
    /// Canonical N-Quads in UTF-8. The channel stays open.
    static QuadSink nquads(WritableByteChannel channel) {
        return new NquadsSink(channel);
    }

    /// Triples (for the default graph) and quads, between `start` and `finish`.
    static QuadSink stream(StreamRDF stream) {
        return new StreamSink(stream);
    }
}
