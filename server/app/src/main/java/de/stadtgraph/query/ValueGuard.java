package de.stadtgraph.query;

import de.stadtgraph.query.QueryStopped.Which;
import java.math.BigDecimal;
import java.util.List;
import org.apache.jena.sparql.expr.NodeValue;

/// Measures values that expressions take and make. One query at a time.
///
/// @param meter account of the query that runs
record ValueGuard(PlanMeter meter) {
    private static final double BITS_A_DIGIT = 3.33;

    /// Measures arguments together: what they make is at most as long as they are, but for a factor.
    void arguments(List<NodeValue> values) {
        meter.step(1);
        long chars = 0;
        for (NodeValue value : values) {
            digits(value);
            chars += chars(value);
        }
        chars(chars);
    }

    NodeValue value(NodeValue value) {
        digits(value);
        long chars = chars(value);
        chars(chars);
        meter.step(1 + chars / 64);
        return value;
    }

    /// A text that is to become a number.
    void number(NodeValue value) {
        digits(value);
        if (value.isString() && value.getString().length() > meter.values().digits()) {
            throw meter.stop(Which.DIGITS, meter.values().digits());
        }
    }

    void exponent(NodeValue value) {
        digits(value);
        if (value.isInteger() && value.getInteger().bitLength() > 10) {
            throw meter.stop(Which.DIGITS, meter.values().digits());
        }
    }

    void kept(NodeValue value, long extra) {
        value(value);
        meter.hold(2 * (chars(value) + extra));
    }

    /// Refuses a string before it is made.
    void chars(long chars) {
        if (chars > meter.values().stringChars()) {
            throw meter.stop(Which.STRING, meter.values().stringChars());
        }
    }

    QueryStopped tooDeep(StackOverflowError error) {
        QueryStopped stop = meter.stop(Which.EXPRESSION, 0);
        stop.addSuppressed(error);
        return stop;
    }

    private void digits(NodeValue value) {
        int most = meter.values().digits();
        if (value.isInteger()) {
            if (value.getInteger().bitLength() > most * BITS_A_DIGIT) {
                throw meter.stop(Which.DIGITS, most);
            }
        } else if (value.isDecimal()) {
            BigDecimal decimal = value.getDecimal();
            if (decimal.precision() > most || Math.abs((long) decimal.scale()) > most) {
                throw meter.stop(Which.DIGITS, most);
            }
        }
    }

    private static long chars(NodeValue value) {
        if (value.isNumber() || value.isBoolean()) {
            return 0;
        }
        var node = value.asNode();
        if (node.isLiteral()) {
            return node.getLiteralLexicalForm().length();
        }
        return node.isURI() ? node.getURI().length() : 0;
    }
}
