package de.stadtgraph.query;

import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;

/// The data of a state for one query: each quad found is a step. Not for writing.
final class MeteredDatasetGraph extends DatasetGraphWrapper {
    private final QueryMeter meter;

    MeteredDatasetGraph(DatasetGraph data, QueryMeter meter) {
        super(data);
        this.meter = meter;
    }

    @Override
    public Graph getDefaultGraph() {
        return new MeteredGraph(super.getDefaultGraph(), meter, 0);
    }

    @Override
    public Graph getUnionGraph() {
        return new MeteredGraph(super.getUnionGraph(), meter, 0);
    }

    @Override
    public Graph getGraph(Node name) {
        return new MeteredGraph(super.getGraph(name), meter, 0);
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return metered(super.listGraphNodes());
    }

    @Override
    public Iterator<Quad> find() {
        return metered(super.find());
    }

    @Override
    public Iterator<Quad> find(Quad quad) {
        return metered(super.find(quad));
    }

    @Override
    public Iterator<Quad> find(Node graph, Node subject, Node predicate, Node object) {
        return metered(super.find(graph, subject, predicate, object));
    }

    @Override
    public Iterator<Quad> findNG(Node graph, Node subject, Node predicate, Node object) {
        return metered(super.findNG(graph, subject, predicate, object));
    }

    private <T> Iterator<T> metered(Iterator<T> found) {
        meter.step(1);
        return Iter.map(found, one -> {
            meter.step(1);
            return one;
        });
    }
}
