package de.stadtgraph.query;

import de.stadtgraph.snapshot.arq.ExactPaths;
import de.stadtgraph.snapshot.arq.Vectorising;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpReduced;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.engine.iterator.QueryIterDistinct;
import org.apache.jena.sparql.engine.iterator.QueryIterGroup;
import org.apache.jena.sparql.engine.iterator.QueryIterMinus;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterSort;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.engine.main.OpExecutor;

/// Runs operators so that each row of each operator charges a step, and what an operator keeps is held before it is
/// kept. Belongs to one query. What the snapshot engine takes as a whole charges the meter itself, in batches.
///
/// Sorts, the hashed side of joins and the right side of MINUS hold every row; groups and DISTINCT hold each new key.
final class MeteredExecutor extends OpExecutor {
    /// Bytes of a row beside its terms.
    private static final long ROW_BYTES = 64;

    /// Bytes of a term beside its text.
    private static final long TERM_BYTES = 40;

    /// Bytes of a node in the lists and sets of a path, for each triple touched.
    private static final long PATH_BYTES = 8;

    private final QueryMeter meter;
    private final Vectorising vectorising;

    MeteredExecutor(ExecutionContext context, QueryMeter meter, Vectorising vectorising) {
        super(context);
        this.meter = meter;
        this.vectorising = vectorising;
    }

    @Override
    protected QueryIterator exec(Op op, QueryIterator input) {
        meter.step(1);
        QueryIterator vectorised = input.isJoinIdentity() ? vectorising.rows(op, execCxt) : null;
        if (vectorised != null) {
            input.close();
            return vectorised;
        }
        QueryIterator rows = super.exec(op, input);
        return rows.isJoinIdentity() ? rows : metered(rows, _ -> 0);
    }

    private QueryIterator metered(QueryIterator rows, ToLongFunction<Binding> kept) {
        return QueryIterPlainWrapper.create(new MeteredRows(rows, meter, kept), execCxt);
    }

    private QueryIterator kept(QueryIterator rows) {
        return rows.isJoinIdentity() ? rows : metered(rows, MeteredExecutor::bytes);
    }

    @Override
    protected QueryIterator execute(OpOrder order, QueryIterator input) {
        var comparator = new BindingComparator(order.getConditions(), execCxt);
        return new QueryIterSort(kept(exec(order.getSubOp(), input)), metered(comparator), execCxt);
    }

    /// Each comparison is a step, so that a sort ends in time.
    private Comparator<Binding> metered(Comparator<Binding> comparator) {
        return (one, other) -> {
            meter.step(1);
            return comparator.compare(one, other);
        };
    }

    @Override
    protected QueryIterator execute(OpDistinct distinct, QueryIterator input) {
        if (!input.isJoinIdentity()) {
            return joined(distinct, input);
        }
        Set<Integer> seen = new HashSet<>();
        QueryIterator rows =
                metered(exec(distinct.getSubOp(), input), row -> seen.add(row.hashCode()) ? bytes(row) : 0);
        return new QueryIterDistinct(rows, null, execCxt);
    }

    @Override
    protected QueryIterator execute(OpReduced reduced, QueryIterator input) {
        return input.isJoinIdentity() ? super.execute(reduced, input) : joined(reduced, input);
    }

    /// A sub-select removes its own repeats only: ARQ would remove those of the rows outside of it, too.
    private QueryIterator joined(Op subSelect, QueryIterator input) {
        return Join.join(kept(input), exec(subSelect, root()), execCxt);
    }

    @Override
    protected QueryIterator execute(OpGroup group, QueryIterator input) {
        Set<Integer> seen = new HashSet<>();
        List<Var> variables = group.getGroupVars().getVars();
        boolean keepsRows = group.getAggregators().stream()
                .anyMatch(
                        each -> each.getAggregator().getClass().getSimpleName().contains("Distinct"));
        QueryIterator rows = metered(exec(group.getSubOp(), input), row -> {
            int key = keepsRows ? row.hashCode() : key(row, variables);
            return seen.add(key) ? bytes(row) : 0;
        });
        return new QueryIterGroup(rows, group.getGroupVars(), group.getAggregators(), execCxt);
    }

    @Override
    protected QueryIterator execute(OpJoin join, QueryIterator input) {
        return Join.join(kept(exec(join.getLeft(), input)), exec(join.getRight(), root()), execCxt);
    }

    @Override
    protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
        QueryIterator left = exec(join.getLeft(), input);
        return Join.leftJoin(left, kept(exec(join.getRight(), root())), join.getExprs(), execCxt);
    }

    @Override
    protected QueryIterator execute(OpMinus minus, QueryIterator input) {
        QueryIterator left = exec(minus.getLeft(), input);
        Set<Var> shared = OpVars.visibleVars(minus.getLeft());
        shared.retainAll(OpVars.visibleVars(minus.getRight()));
        return QueryIterMinus.create(left, kept(exec(minus.getRight(), root())), shared, execCxt);
    }

    /// A path keeps what it visits: each triple it touches holds a little, whichever graph it walks.
    @Override
    protected QueryIterator execute(OpPath path, QueryIterator input) {
        Graph walked = new HeldGraph(execCxt.getActiveGraph(), meter, PATH_BYTES);
        return new ExactPaths(path.getTriplePath(), input, ExecutionContext.copyChangeActiveGraph(execCxt, walked));
    }

    private static int key(Binding row, List<Var> variables) {
        int hash = 1;
        for (Var variable : variables) {
            Node value = row.get(variable);
            hash = 31 * hash + (value == null ? 0 : value.hashCode());
        }
        return hash;
    }

    /// An estimate of what a row takes in memory.
    static long bytes(Binding row) {
        long bytes = ROW_BYTES;
        Iterator<Var> variables = row.vars();
        while (variables.hasNext()) {
            Node value = row.get(variables.next());
            boolean text = value != null && value.isLiteral();
            bytes += TERM_BYTES + (text ? value.getLiteralLexicalForm().length() : 0);
        }
        return bytes;
    }
}
