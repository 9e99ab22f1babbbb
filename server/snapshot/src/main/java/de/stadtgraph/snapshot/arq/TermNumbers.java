package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.exec.Numbers;
import de.stadtgraph.snapshot.term.TermId;
import java.math.BigDecimal;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.jspecify.annotations.Nullable;

/// Sums and averages as ARQ makes them, so that their terms are ARQ's character by character. One query.
final class TermNumbers implements Numbers {
    private static final int DECIMAL_DIGITS = 7;

    private final QueryTerms terms;

    TermNumbers(QueryTerms terms) {
        this.terms = terms;
    }

    @Override
    public @Nullable Object plus(@Nullable Object sum, long id) {
        Node node = terms.node(id);
        NodeValue value = node == null ? null : NodeValue.makeNode(node);
        if (value == null || !value.isNumber()) {
            return null;
        }
        return sum instanceof NodeValue before ? XSDFuncOp.numAdd(value, before) : value;
    }

    @Override
    public long sum(Total total) {
        return terms.id(added(total).asNode());
    }

    @Override
    public long average(Total total) {
        NodeValue sum = total.count() == 1 ? first(total) : added(total);
        return terms.id(
                XSDFuncOp.numDivide(sum, NodeValue.makeInteger(total.count())).asNode());
    }

    @Override
    public long zero() {
        return TermId.integer(0);
    }

    private NodeValue first(Total total) {
        Node node = terms.node(total.first());
        return node == null ? NodeValue.nvZERO : NodeValue.makeNode(node);
    }

    /// The kinds of numbers in the sum decide its type, as if they had been added one by one.
    private static NodeValue added(Total total) {
        NodeValue sum = total.others() instanceof NodeValue others ? others : null;
        if (total.decimalCount() > 0) {
            BigDecimal decimals = BigDecimal.valueOf(total.decimals(), DECIMAL_DIGITS);
            sum = plus(sum, NodeValue.makeDecimal(decimals));
        }
        if (total.integerCount() > 0) {
            sum = plus(sum, NodeValue.makeInteger(total.integers()));
        }
        if (sum == null) {
            return NodeValue.nvZERO;
        }
        return total.others() == null ? XSDFuncOp.numAdd(sum, NodeValue.nvZERO) : sum;
    }

    private static NodeValue plus(@Nullable NodeValue sum, NodeValue more) {
        return sum == null ? more : XSDFuncOp.numAdd(sum, more);
    }
}
