package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.GraphIndexes;
import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.View;
import de.stadtgraph.snapshot.column.QuadIndex;
import de.stadtgraph.snapshot.term.Dictionary;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraphBaseFind;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/// A snapshot as one view sees it. Read-only: writes throw, transactions are empty brackets. For many threads.
public final class SnapshotDatasetGraph extends DatasetGraphBaseFind {
    private final Snapshot snapshot;
    private final View view;
    private final GraphIndexes indexes;
    private final PrefixMap prefixes = PrefixMapFactory.create();

    public SnapshotDatasetGraph(Snapshot snapshot, View view) {
        this.snapshot = snapshot;
        this.view = view;
        this.indexes = snapshot.indexes(view);
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    public View view() {
        return view;
    }

    public GraphIndexes indexes() {
        return indexes;
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node subject, Node predicate, Node object) {
        return find(indexes.defaultGraph(), Quad.defaultGraphIRI, any(subject, predicate, object));
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node graph, Node subject, Node predicate, Node object) {
        QuadIndex index = indexes.graph(snapshot.dictionary().id(graph));
        return find(index, graph, any(subject, predicate, object));
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node subject, Node predicate, Node object) {
        Iterator<Quad> all = Iter.nullIterator();
        for (QuadIndex index : indexes.named()) {
            all = Iter.concat(all, find(index, Node.ANY, any(subject, predicate, object)));
        }
        return all;
    }

    private static Triple any(@Nullable Node subject, @Nullable Node predicate, @Nullable Node object) {
        return Triple.createMatch(subject, predicate, object);
    }

    private Iterator<Quad> find(QuadIndex index, Node graph, Triple pattern) {
        Dictionary dictionary = snapshot.dictionary();
        long[] ids = new long[3];
        Node[] nodes = {pattern.getSubject(), pattern.getPredicate(), pattern.getObject()};
        for (int i = 0; i < nodes.length; i++) {
            if (nodes[i].isConcrete()) {
                ids[i] = dictionary.id(nodes[i]);
                if (ids[i] == 0) {
                    return Iter.nullIterator();
                }
            }
        }
        return new FoundQuads(new PatternScan(index, ids[0], ids[1], ids[2]), dictionary, graph);
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return Arrays.stream(indexes.names())
                .mapToObj(snapshot.dictionary()::node)
                .iterator();
    }

    @Override
    public boolean containsGraph(Node graph) {
        return Quad.isDefaultGraph(graph)
                || Quad.isUnionGraph(graph)
                || Arrays.binarySearch(indexes.names(), snapshot.dictionary().id(graph)) >= 0;
    }

    @Override
    public Graph getDefaultGraph() {
        return GraphView.createDefaultGraph(this);
    }

    @Override
    public Graph getGraph(Node graph) {
        return GraphView.createNamedGraph(this, graph);
    }

    @Override
    public PrefixMap prefixes() {
        return prefixes;
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("a snapshot does not change");
    }

    @Override
    public void add(Quad quad) {
        throw readOnly();
    }

    @Override
    public void delete(Quad quad) {
        throw readOnly();
    }

    @Override
    public void add(Node graph, Node subject, Node predicate, Node object) {
        throw readOnly();
    }

    @Override
    public void delete(Node graph, Node subject, Node predicate, Node object) {
        throw readOnly();
    }

    @Override
    public void deleteAny(Node graph, Node subject, Node predicate, Node object) {
        throw readOnly();
    }

    @Override
    public void addGraph(Node graph, Graph triples) {
        throw readOnly();
    }

    @Override
    public void removeGraph(Node graph) {
        throw readOnly();
    }

    @Override
    public void clear() {
        throw readOnly();
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
        // nothing can change
    }

    @Override
    public void begin(ReadWrite mode) {
        // nothing can change
    }

    @Override
    public boolean promote(Promote mode) {
        return false;
    }

    @Override
    public void commit() {
        // nothing was changed
    }

    @Override
    public void abort() {
        // nothing was changed
    }

    @Override
    public void end() {
        // nothing is held
    }

    @Override
    public boolean isInTransaction() {
        return false;
    }

    @Override
    public @Nullable ReadWrite transactionMode() {
        return null;
    }

    @Override
    public @Nullable TxnType transactionType() {
        return null;
    }

    @Override
    public void close() {
        // the snapshot is closed by whoever opened it
    }
}
