package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.exec.IdOrder;
import de.stadtgraph.snapshot.term.TermId;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;

/// The order of ORDER BY, MIN and MAX: by id where ids stand in that order, else as ARQ compares the terms. One query.
final class TermOrder implements IdOrder {
    private static final int NAMES = 1 << TermId.IRI | 1 << TermId.STRING | 1 << TermId.LANG_STRING;
    private static final int ORDERED = NAMES
            | 1 << TermId.INTEGER
            | 1 << TermId.DECIMAL
            | 1 << TermId.EXACT_NUMBER
            | 1 << TermId.DOUBLE
            | 1 << TermId.FLOAT
            | 1 << TermId.DATE;
    private static final long ZONE_AND_DIGITS = 0x1FFF;
    private static final long DIGITS = 3;
    private static final int KEPT = 1 << 14;

    private final QueryTerms terms;
    private final Map<Long, NodeValue> values = new HashMap<>();

    TermOrder(QueryTerms terms) {
        this.terms = terms;
    }

    @Override
    public int compare(long one, long two) {
        if (one == two) {
            return 0;
        }
        if (one > 0 && two > 0 && isById(one, two)) {
            return one < two ? -1 : 1;
        }
        if (one == 0 || two == 0) {
            return one == 0 ? -1 : 1;
        }
        return NodeValue.compareAlways(value(one), value(two));
    }

    private static boolean isById(long one, long two) {
        int first = TermId.tag(one);
        int second = TermId.tag(two);
        if (first != second) {
            return (NAMES >>> first & NAMES >>> second & 1) != 0;
        }
        return switch (first) {
            case TermId.ZONED_DATE_TIME -> ((one ^ two) & ZONE_AND_DIGITS) == 0;
            case TermId.LOCAL_DATE_TIME -> ((one ^ two) & DIGITS) == 0;
            default -> (ORDERED >>> first & 1) != 0;
        };
    }

    private NodeValue value(long id) {
        NodeValue known = values.get(id);
        if (known != null) {
            return known;
        }
        Node node = terms.node(id);
        if (node == null) {
            throw new IllegalArgumentException("unbound");
        }
        if (values.size() == KEPT) {
            values.clear();
        }
        NodeValue value = NodeValue.makeNode(node);
        values.put(id, value);
        return value;
    }
}
