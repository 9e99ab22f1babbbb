package de.stadtgraph.workshop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NiceIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.jspecify.annotations.Nullable;

/// A graph that keeps all statements of a property in memory once a shape has looked some of them up one by one: a
/// shape asks the same property of every thing, and one pass over it is much cheaper. Keeps at most [#MOST_KEPT]
/// statements; what goes beyond is read from the graph below each time. Only for reading; for one thread.
final class ColumnGraph extends GraphBase {
    private static final int MOST_KEPT = 2_000_000;
    private static final int LOOKED_UP_FIRST = 32;

    private final Graph data;
    private final Map<Node, Integer> lookedUp = new HashMap<>();
    private final Map<Node, Optional<Column>> columns = new HashMap<>();
    private int kept;

    ColumnGraph(Graph data) {
        this.data = data;
    }

    /// The statements of one property.
    private record Column(Map<Node, List<Triple>> bySubject, Map<Node, List<Triple>> byObject) {}

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        Node subject = pattern.getSubject();
        Node object = pattern.getObject();
        if (!pattern.getPredicate().isConcrete() || (!subject.isConcrete() && !object.isConcrete())) {
            return data.find(pattern);
        }
        Optional<Column> column = column(pattern.getPredicate());
        if (column.isEmpty()) {
            return data.find(pattern);
        }
        if (!subject.isConcrete()) {
            return iterator(column.get().byObject().get(object));
        }
        ExtendedIterator<Triple> found = iterator(column.get().bySubject().get(subject));
        return object.isConcrete()
                ? found.filterKeep(statement -> statement.getObject().equals(object))
                : found;
    }

    private static ExtendedIterator<Triple> iterator(@Nullable List<Triple> found) {
        return found == null ? NiceIterator.emptyIterator() : WrappedIterator.createNoRemove(found.iterator());
    }

    private Optional<Column> column(Node property) {
        Optional<Column> known = columns.get(property);
        if (known != null) {
            return known;
        }
        if (lookedUp.merge(property, 1, Integer::sum) < LOOKED_UP_FIRST) {
            return Optional.empty();
        }
        Optional<Column> read = read(property);
        columns.put(property, read);
        return read;
    }

    private Optional<Column> read(Node property) {
        var column = new Column(new HashMap<>(), new HashMap<>());
        ExtendedIterator<Triple> statements = data.find(Node.ANY, property, Node.ANY);
        int count = 0;
        try {
            while (statements.hasNext()) {
                if (kept + ++count > MOST_KEPT) {
                    return Optional.empty();
                }
                Triple statement = statements.next();
                add(column.bySubject(), statement.getSubject(), statement);
                add(column.byObject(), statement.getObject(), statement);
            }
        } finally {
            statements.close();
        }
        kept += count;
        return Optional.of(column);
    }

    private static void add(Map<Node, List<Triple>> statements, Node key, Triple statement) {
        statements.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(statement);
    }

    @Override
    protected boolean graphBaseContains(Triple pattern) {
        var found = find(pattern);
        try {
            return found.hasNext();
        } finally {
            found.close();
        }
    }

    @Override
    protected int graphBaseSize() {
        return data.size();
    }
}
