package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.plan.Condition.Range;
import de.stadtgraph.snapshot.term.Dictionary;
import de.stadtgraph.snapshot.term.TermId;
import java.util.ArrayList;
import java.util.List;
import javax.xml.datatype.DatatypeConstants;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_IsIRI;
import org.apache.jena.sparql.expr.E_IsLiteral;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.E_SameTerm;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;

/// The ranges of ids for which an expression in one variable is true. The ends are found by binary search with ARQ's
/// own evaluation, so promotion and rounding are ARQ's (design: store, §9, filter).
final class IdRanges {
    /// Bit of ids that are not stored, or not bound.
    private static final int LOCAL = 1;

    private static final int NUMBERS = bit(TermId.INTEGER)
            | bit(TermId.DECIMAL)
            | bit(TermId.EXACT_NUMBER)
            | bit(TermId.DOUBLE)
            | bit(TermId.FLOAT);

    private final Evaluation evaluation;
    private final Dictionary dictionary;

    IdRanges(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.dictionary = evaluation.terms().dictionary();
    }

    static int bit(int tag) {
        return 1 << tag;
    }

    /// Rising ranges, or nothing when the expression or a tag does not allow it.
    @Nullable
    List<Range> of(int tags) {
        if ((tags & LOCAL) != 0) {
            return null;
        }
        Expr expression = evaluation.expression();
        return switch (expression) {
            case E_Bound _ -> List.of(new Range(1, Long.MAX_VALUE));
            case E_IsIRI _ -> List.of(new Range(TermId.first(TermId.IRI), TermId.last(TermId.IRI)));
            case E_IsLiteral _ -> List.of(new Range(TermId.first(TermId.STRING), TermId.last(TermId.OTHER)));
            case E_SameTerm same -> same(same);
            case E_Equals equal -> compared(equal, tags);
            case E_LessThan less -> compared(less, tags);
            case E_LessThanOrEqual less -> compared(less, tags);
            case E_GreaterThan greater -> compared(greater, tags);
            case E_GreaterThanOrEqual greater -> compared(greater, tags);
            default -> null;
        };
    }

    private static @Nullable NodeValue constant(ExprFunction2 comparison) {
        if (comparison.getArg1().isVariable() && comparison.getArg2().isConstant()) {
            return comparison.getArg2().getConstant();
        }
        if (comparison.getArg2().isVariable() && comparison.getArg1().isConstant()) {
            return comparison.getArg1().getConstant();
        }
        return null;
    }

    private @Nullable List<Range> same(E_SameTerm same) {
        NodeValue constant = constant(same);
        return constant == null ? null : term(constant);
    }

    private List<Range> term(NodeValue constant) {
        long id = evaluation.terms().stored(constant.asNode());
        return id == 0 ? List.of() : List.of(new Range(id, id));
    }

    /// A comparison with a constant is true for one run of ids in each tag of the constant's kind, and for nothing
    /// else.
    private @Nullable List<Range> compared(ExprFunction2 comparison, int tags) {
        NodeValue constant = constant(comparison);
        if (constant == null) {
            return null;
        }
        if (comparison instanceof E_Equals && constant.isIRI()) {
            return term(constant);
        }
        boolean mayHoldNan = (tags & bit(TermId.OTHER)) != 0 && !(comparison instanceof E_Equals);
        int kind = constant.isNumber() && mayHoldNan ? 0 : kind(constant, tags); // ARQ: NaN is above all numbers
        if (kind == 0) {
            return null;
        }
        List<Range> ranges = new ArrayList<>();
        for (int tag = TermId.BLANK; tag < TermId.TAGS; tag++) {
            if ((kind & tags & bit(tag)) != 0) {
                Range range = run(tag, comparison);
                if (range != null) {
                    ranges.add(range);
                }
            }
        }
        return ranges;
    }

    /// The tags whose ids may compare with a constant; 0 when other tags could, too, or the order is not the value's.
    private static int kind(NodeValue constant, int tags) {
        if (constant.isNumber()) {
            return constant.isDouble() && Double.isNaN(constant.getDouble()) ? 0 : NUMBERS;
        }
        boolean odd = (tags & bit(TermId.OTHER)) != 0;
        if (constant.isString()) {
            return bit(TermId.STRING);
        }
        if (constant.isDate() && !odd && isLocal(constant)) {
            return bit(TermId.DATE);
        }
        if (constant.isDateTime() && !odd) {
            int mine = bit(isLocal(constant) ? TermId.LOCAL_DATE_TIME : TermId.ZONED_DATE_TIME);
            int both = bit(TermId.ZONED_DATE_TIME) | bit(TermId.LOCAL_DATE_TIME);
            return (tags & both & ~mine) == 0 ? mine : 0;
        }
        return 0;
    }

    private static boolean isLocal(NodeValue time) {
        return time.getDateTime().getTimezone() == DatatypeConstants.FIELD_UNDEFINED;
    }

    /// The ids of a tag for which the comparison holds: a prefix, a suffix, or the equal ones.
    private @Nullable Range run(int tag, ExprFunction2 comparison) {
        long count = values(tag);
        if (count == 0) {
            return null;
        }
        boolean variableFirst = comparison.getArg1().isVariable();
        NodeValue constant = variableFirst
                ? comparison.getArg2().getConstant()
                : comparison.getArg1().getConstant();
        boolean less = comparison instanceof E_LessThan || comparison instanceof E_LessThanOrEqual;
        if (comparison instanceof E_Equals) {
            long from = first(count, false, at -> !isLess(tag, at, constant));
            long to = first(count, false, at -> isGreater(tag, at, constant));
            return from == to ? null : range(tag, from, to);
        }
        boolean prefix = less == variableFirst;
        long edge = first(count, prefix, at -> evaluation.holds(node(tag, at)));
        long from = prefix ? 0 : edge;
        long to = prefix ? edge : count;
        return from == to ? null : range(tag, from, to);
    }

    private interface AtValue {
        boolean holds(long value);
    }

    /// The first value from which on the test is `!holdsBefore`.
    private static long first(long count, boolean holdsBefore, AtValue test) {
        long low = 0;
        long high = count;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (test.holds(middle) == holdsBefore) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isLess(int tag, long value, NodeValue constant) {
        return NodeValue.compare(NodeValue.makeNode(node(tag, value)), constant) < 0;
    }

    private boolean isGreater(int tag, long value, NodeValue constant) {
        return NodeValue.compare(NodeValue.makeNode(node(tag, value)), constant) > 0;
    }

    private Node node(int tag, long value) {
        return dictionary.node(IdValues.id(tag, value));
    }

    private long values(int tag) {
        return TermId.isRanked(tag) ? dictionary.count(tag) : IdValues.count(tag);
    }

    private static Range range(int tag, long from, long to) {
        return new Range(IdValues.first(tag, from), IdValues.last(tag, to - 1));
    }
}
