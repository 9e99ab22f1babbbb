package de.stadtgraph.workspace;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.JenaTransactionException;
import org.apache.jena.sparql.core.DatasetGraphTriplesQuads;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/// The RDF dataset of a draft: many readers or one writer, each in a transaction of its thread. A commit returns when
/// the changes are on disk; an abort takes every change back.
final class DraftData extends DatasetGraphTriplesQuads {
    private static final long PATIENCE_SECONDS = 10;

    private final WorkspaceLimits limits;
    private final Journal journal;
    private final DraftGraphs graphs;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private Changes changes = new Changes();

    /// @param graphs what the journal holds
    DraftData(WorkspaceLimits limits, Journal journal, DraftGraphs graphs) {
        this.limits = limits;
        this.journal = journal;
        this.graphs = graphs;
    }

    long quads() {
        return graphs.quads();
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
        Lock wanted = type == TxnType.WRITE ? lock.writeLock() : lock.readLock();
        try {
            if (!wanted.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new ServerException(
                        ErrorCode.OVERLOADED,
                        new Text("Der Entwurf wird gerade geändert.", "The draft is being changed."));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void commit() {
        if (isWriting() && !changes.isEmpty()) {
            journal.append(changes);
            changes = new Changes();
            if (journal.isLong()) {
                journal.renew(find());
            }
        }
        finish();
    }

    @Override
    public void abort() {
        if (isWriting()) {
            changes.net().forEach((quad, kind) -> {
                switch (kind) {
                    case ADDED -> graphs.delete(quad);
                    case DELETED -> graphs.add(quad);
                }
            });
            changes = new Changes();
        }
        finish();
    }

    @Override
    public void end() {
        abort();
    }

    private void finish() {
        if (isWriting()) {
            lock.writeLock().unlock();
        } else if (isReading()) {
            lock.readLock().unlock();
        }
    }

    @Override
    public boolean promote(Promote promote) {
        return isWriting();
    }

    @Override
    public @Nullable ReadWrite transactionMode() {
        if (isWriting()) {
            return ReadWrite.WRITE;
        }
        return isReading() ? ReadWrite.READ : null;
    }

    @Override
    public @Nullable TxnType transactionType() {
        ReadWrite now = transactionMode();
        return now == null ? null : TxnType.convert(now);
    }

    @Override
    public boolean isInTransaction() {
        return isWriting() || isReading();
    }

    private boolean isWriting() {
        return lock.isWriteLockedByCurrentThread();
    }

    private boolean isReading() {
        return lock.getReadHoldCount() > 0;
    }

    private void put(Quad quad) {
        requireWriter();
        if (graphs.add(quad)) {
            changes.added(quad);
            check("quads", limits.quads(), graphs.quads());
            check("bytes", limits.bytes(), graphs.bytes());
        }
    }

    private void remove(Quad quad) {
        requireWriter();
        if (graphs.delete(quad)) {
            changes.deleted(quad);
        }
    }

    private void requireWriter() {
        if (!isWriting()) {
            throw new JenaTransactionException("a change outside a transaction that writes");
        }
    }

    private static void check(String what, long limit, long actual) {
        if (actual > limit) {
            throw new ServerException(
                            ErrorCode.QUERY_OVER_BUDGET,
                            new Text(
                                    "Ein Entwurf hat höchstens " + limit + " " + what + ".",
                                    "A draft has at most " + limit + " " + what + "."))
                    .with("exceeded", what)
                    .with("limit", limit);
        }
    }

    @Override
    protected void addToDftGraph(Node subject, Node predicate, Node object) {
        put(Quad.create(Quad.defaultGraphIRI, subject, predicate, object));
    }

    @Override
    protected void addToNamedGraph(Node graph, Node subject, Node predicate, Node object) {
        put(Quad.create(graph, subject, predicate, object));
    }

    @Override
    protected void deleteFromDftGraph(Node subject, Node predicate, Node object) {
        remove(Quad.create(Quad.defaultGraphIRI, subject, predicate, object));
    }

    @Override
    protected void deleteFromNamedGraph(Node graph, Node subject, Node predicate, Node object) {
        remove(Quad.create(graph, subject, predicate, object));
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node subject, Node predicate, Node object) {
        return graphs.findInDefault(subject, predicate, object);
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node graph, Node subject, Node predicate, Node object) {
        return graphs.findInNamed(graph, subject, predicate, object);
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node subject, Node predicate, Node object) {
        return graphs.findInAllNamed(subject, predicate, object);
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return graphs.names().iterator();
    }

    @Override
    public boolean containsGraph(Node name) {
        return Quad.isDefaultGraph(name) || Quad.isUnionGraph(name) || graphs.hasGraph(name);
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
        return PrefixMapFactory.create();
    }
}
