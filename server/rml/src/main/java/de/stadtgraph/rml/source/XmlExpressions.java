package de.stadtgraph.rml.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathNodes;
import org.w3c.dom.Node;

/// Evaluates expressions of XPath that are more than simple steps. Thread-safe: one at a time.
final class XmlExpressions {
    private final long line;
    private final Map<XmlPath, XPathExpression> compiled = new HashMap<>();

    XmlExpressions(long line) {
        this.line = line;
    }

    /// The nodes found, in document order, or the one value as a string.
    synchronized List<Object> evaluate(XmlPath path, Node at) {
        XPathExpression expression =
                compiled.computeIfAbsent(path, key -> XmlPathParser.compile(key.text(), key.namespaces(), line));
        try {
            XPathEvaluationResult<?> result = expression.evaluateExpression(at);
            return switch (result.type()) {
                case NODESET, NODE, ANY -> nodes(result.value());
                case STRING, BOOLEAN -> List.of(String.valueOf(result.value()));
                case NUMBER -> List.of(number(result.value()));
            };
        } catch (XPathExpressionException none) {
            // A type that does not fit this record: there is no value.
            return List.of();
        }
    }

    private static List<Object> nodes(Object value) {
        if (!(value instanceof XPathNodes found)) {
            return List.of(value);
        }
        List<Object> nodes = new ArrayList<>(found.size());
        found.forEach(nodes::add);
        return nodes;
    }

    /// XPath writes integers without a point.
    private static String number(Object value) {
        double number = ((Number) value).doubleValue();
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf((long) number)
                : String.valueOf(number);
    }
}
