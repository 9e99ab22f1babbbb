package de.stadtgraph.validation;

import de.stadtgraph.vocabulary.Rdf;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;

/// The candidate together with what is needed to judge it (code lists, the dataset's description), as one graph that
/// can only be read and that stops when the time is over.
final class JudgedGraph extends GraphBase {
    private final Graph data;
    private final Graph context;
    private final Deadline deadline;

    JudgedGraph(Graph data, Graph context, Deadline deadline) {
        this.data = data;
        this.context = context;
        this.deadline = deadline;
    }

    /// The statements of the context that the data do not hold: so nothing is found twice.
    static Graph rest(Graph data, Graph context) {
        Graph rest = GraphFactory.createDefaultGraph();
        context.find().filterDrop(data::contains).forEachRemaining(rest::add);
        return rest;
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        deadline.check();
        return data.find(pattern).andThen(context.find(pattern)).filterKeep(this::inTime);
    }

    @Override
    protected boolean graphBaseContains(Triple pattern) {
        deadline.check();
        return data.contains(pattern) || context.contains(pattern);
    }

    @Override
    protected int graphBaseSize() {
        return data.size() + context.size();
    }

    private boolean inTime(Triple any) {
        deadline.check();
        return true;
    }

    /// Number of things a target stands for: the instances of a class that a shape judges in one query, else one.
    long instances(Node target) {
        var found = find(Node.ANY, Rdf.TYPE, target);
        long count = 0;
        while (found.hasNext()) {
            found.next();
            count++;
        }
        return Math.max(1, count);
    }
}
