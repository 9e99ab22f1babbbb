package de.stadtgraph.query;

import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphTriplesQuads;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/// A draft whose every result and every change charges a step, and whose changes are held. It commits nothing after its
/// meter has stopped, and remembers the first failure, since not every engine passes one on. Belongs to one piece of
/// work.
final class MeteredStore extends DatasetGraphTriplesQuads {
    /// Bytes of a changed statement beside its terms.
    private static final long QUAD_BYTES = 300;

    private final DatasetGraph data;
    private final QueryMeter meter;
    private final Context context;
    private @Nullable RuntimeException failure;
    private boolean committed;

    MeteredStore(DatasetGraph data, QueryMeter meter, Context context) {
        this.data = data;
        this.meter = meter;
        this.context = context;
    }

    @Override
    public Context getContext() {
        return context;
    }

    /// What went wrong first, whoever caught it meanwhile.
    @Nullable
    RuntimeException failure() {
        return failure;
    }

    boolean isCommitted() {
        return committed;
    }

    private void noting(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            if (failure == null) {
                failure = e;
            }
            throw e;
        }
    }

    private void change(Node object, Runnable action) {
        noting(() -> {
            meter.step(1);
            meter.hold(QUAD_BYTES
                    + (object.isLiteral() ? object.getLiteralLexicalForm().length() : 0));
            action.run();
        });
    }

    @Override
    protected void addToDftGraph(Node subject, Node predicate, Node object) {
        change(object, () -> data.add(Quad.defaultGraphIRI, subject, predicate, object));
    }

    @Override
    protected void addToNamedGraph(Node graph, Node subject, Node predicate, Node object) {
        change(object, () -> data.add(graph, subject, predicate, object));
    }

    @Override
    protected void deleteFromDftGraph(Node subject, Node predicate, Node object) {
        change(object, () -> data.delete(Quad.defaultGraphIRI, subject, predicate, object));
    }

    @Override
    protected void deleteFromNamedGraph(Node graph, Node subject, Node predicate, Node object) {
        change(object, () -> data.delete(graph, subject, predicate, object));
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node subject, Node predicate, Node object) {
        return counted(data.find(Quad.defaultGraphIRI, subject, predicate, object));
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node graph, Node subject, Node predicate, Node object) {
        return counted(data.find(graph, subject, predicate, object));
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node subject, Node predicate, Node object) {
        return counted(data.findNG(Node.ANY, subject, predicate, object));
    }

    private Iterator<Quad> counted(Iterator<Quad> quads) {
        meter.step(1);
        return Iter.map(quads, quad -> {
            meter.step(1);
            return quad;
        });
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return data.listGraphNodes();
    }

    @Override
    public boolean containsGraph(Node name) {
        return data.containsGraph(name);
    }

    @Override
    public Graph getDefaultGraph() {
        return GraphView.createDefaultGraph(this);
    }

    @Override
    public Graph getGraph(Node name) {
        return GraphView.createNamedGraph(this, name);
    }

    @Override
    public PrefixMap prefixes() {
        return data.prefixes();
    }

    @Override
    public boolean supportsTransactions() {
        return true;
    }

    @Override
    public boolean supportsTransactionAbort() {
        return true;
    }

    @Override
    public void begin(TxnType type) {
        noting(() -> data.begin(type));
    }

    @Override
    public void commit() {
        noting(() -> {
            meter.check();
            data.commit();
            committed = true;
        });
    }

    @Override
    public void abort() {
        data.abort();
    }

    @Override
    public void end() {
        data.end();
    }

    @Override
    public boolean promote(Promote promote) {
        return data.promote(promote);
    }

    @Override
    public @Nullable ReadWrite transactionMode() {
        return data.transactionMode();
    }

    @Override
    public @Nullable TxnType transactionType() {
        return data.transactionType();
    }

    @Override
    public boolean isInTransaction() {
        return data.isInTransaction();
    }
}
