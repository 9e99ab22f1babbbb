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
    private final Graph description;
    private final Graph context;
    private final Deadline deadline;

    /// @param context [#context(Candidate)] of the candidate
    JudgedGraph(Candidate candidate, Graph context, Deadline deadline) {
        this.data = candidate.data();
        this.description = candidate.description();
        this.context = context;
        this.deadline = deadline;
    }

    /// Description and look-ups without the statements that the data hold: so nothing is found twice.
    static Graph context(Candidate candidate) {
        Graph context = GraphFactory.createDefaultGraph();
        candidate.description().find().filterDrop(candidate.data()::contains).forEachRemaining(context::add);
        candidate.lookups().find().filterDrop(candidate.data()::contains).forEachRemaining(context::add);
        return context;
    }

    /// Whether a node that a shape targets belongs to what is judged, and not to what is only looked into.
    ///
    /// @param described whether the node is known to have statements here: then only what the context describes is
    /// looked up, which is little
    boolean judges(Node node, boolean described) {
        if (described && !context.contains(node, Node.ANY, Node.ANY)) {
            return true;
        }
        return data.contains(node, Node.ANY, Node.ANY) || description.contains(node, Node.ANY, Node.ANY);
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
