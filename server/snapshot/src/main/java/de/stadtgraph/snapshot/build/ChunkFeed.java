package de.stadtgraph.snapshot.build;

import de.stadtgraph.snapshot.term.TermEncoder;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/// Puts the quads of a stream into chunks. One thread.
public final class ChunkFeed extends StreamRDFBase {
    private final Chunks chunks;
    private final TermEncoder encoder;
    private final Node defaultGraph;
    private long count;

    /// @param scope what tells the blank nodes of this stream from those of others
    /// @param defaultGraph IRI of the graph of triples
    public ChunkFeed(Chunks chunks, String scope, String defaultGraph) {
        this.chunks = chunks;
        this.encoder = new TermEncoder(scope);
        this.defaultGraph = NodeFactory.createURI(defaultGraph);
    }

    String defaultGraph() {
        return defaultGraph.getURI();
    }

    long count() {
        return count;
    }

    @Override
    public void triple(Triple triple) {
        add(defaultGraph, triple);
    }

    @Override
    public void quad(Quad quad) {
        add(quad.isDefaultGraph() ? defaultGraph : quad.getGraph(), quad.asTriple());
    }

    private void add(Node graph, Triple triple) {
        chunks.makeRoom();
        count++;
        chunks.current()
                .add(
                        number(triple.getSubject()),
                        number(triple.getPredicate()),
                        number(triple.getObject()),
                        number(graph));
    }

    private int number(Node node) {
        long id = encoder.encode(node);
        return id == 0 ? chunks.current().term(encoder.key()) : chunks.current().term(id);
    }
}
