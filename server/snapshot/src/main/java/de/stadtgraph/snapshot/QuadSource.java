package de.stadtgraph.snapshot;

import org.apache.jena.riot.system.StreamRDF;

/// Where a builder takes quads from; it may be asked once.
@FunctionalInterface
public interface QuadSource {

    /// Sends all quads. Triples go to the builder's default graph.
    void send(StreamRDF out);
}
