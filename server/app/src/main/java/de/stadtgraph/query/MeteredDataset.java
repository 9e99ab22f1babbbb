package de.stadtgraph.query;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;

/// A dataset whose every result charges a step; its default graph is the union of the named ones. Belongs to one query.
final class MeteredDataset extends DatasetGraphWrapper {
    private final QueryMeter meter;
    private final Graph defaultGraph;
    private final Map<Node, Graph> graphs = new HashMap<>();

    MeteredDataset(DatasetGraph dataset, QueryMeter meter) {
        super(dataset);
        this.meter = meter;
        this.defaultGraph = new MeteredGraph(dataset.getDefaultGraph(), meter);
    }

    @Override
    public Graph getDefaultGraph() {
        return defaultGraph;
    }

    @Override
    public Graph getUnionGraph() {
        return defaultGraph;
    }

    @Override
    public Graph getGraph(Node name) {
        if (Quad.isUnionGraph(name) || Quad.isDefaultGraph(name)) {
            return defaultGraph;
        }
        return graphs.computeIfAbsent(name, _ -> new MeteredGraph(getR().getGraph(name), meter));
    }

    @Override
    public Iterator<Quad> find() {
        return counted(super.find());
    }

    @Override
    public Iterator<Quad> find(Quad quad) {
        return counted(super.find(quad));
    }

    @Override
    public Iterator<Quad> find(Node graph, Node subject, Node predicate, Node object) {
        return counted(super.find(graph, subject, predicate, object));
    }

    @Override
    public Iterator<Quad> findNG(Node graph, Node subject, Node predicate, Node object) {
        return counted(super.findNG(graph, subject, predicate, object));
    }

    private Iterator<Quad> counted(Iterator<Quad> quads) {
        meter.step(1);
        return Iter.map(quads, quad -> {
            meter.step(1);
            return quad;
        });
    }
}
