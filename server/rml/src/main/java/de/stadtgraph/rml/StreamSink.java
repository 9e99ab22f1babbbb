package de.stadtgraph.rml;

import de.stadtgraph.rml.run.QuadOutput;
import de.stadtgraph.rml.term.Quad;
import de.stadtgraph.rml.term.Term;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;

/// Hands quads on as terms of Apache Jena.
final class StreamSink implements QuadSink, QuadOutput {
    private final StreamRDF stream;
    private boolean started;

    StreamSink(StreamRDF stream) {
        this.stream = stream;
    }

    @Override
    public void quad(Quad quad) {
        start();
        Triple triple =
                Triple.create(node(quad.subject()), NodeFactory.createURI(quad.predicate()), node(quad.object()));
        Term graph = quad.graph();
        if (graph == null) {
            stream.triple(triple);
        } else {
            stream.quad(org.apache.jena.sparql.core.Quad.create(node(graph), triple));
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

    private static Node node(Term term) {
        return switch (term) {
            case Term.Iri iri -> NodeFactory.createURI(iri.value());
            case Term.Blank blank -> NodeFactory.createBlankNode(blank.label());
            case Term.Literal literal ->
                literal.language().isEmpty()
                        ? NodeFactory.createLiteralDT(literal.text(), NodeFactory.getType(literal.datatype()))
                        : NodeFactory.createLiteralLang(literal.text(), literal.language());
        };
    }
}
