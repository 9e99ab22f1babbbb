package de.stadtgraph.query;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.jspecify.annotations.Nullable;

/// REGEX and REPLACE (SPARQL 1.1, section 17.4.3.14 and 15) as the engine has them, over a counted text.
final class GuardedText {
    private GuardedText() {}

    static NodeValue matches(List<NodeValue> values, ValueGuard guard) {
        Node text = NodeValueOps.checkAndGetStringLiteral("REGEX", values.get(0));
        Pattern pattern = pattern(values.get(1), values.size() > 2 ? values.get(2) : null);
        var counted = new CountedText(text.getLiteralLexicalForm(), guard.meter());
        return NodeValue.makeBoolean(pattern.matcher(counted).find());
    }

    static NodeValue replace(List<NodeValue> values, ValueGuard guard) {
        Node text = NodeValueOps.checkAndGetStringLiteral("REPLACE", values.get(0));
        Pattern pattern = pattern(values.get(1), values.size() > 3 ? values.get(3) : null);
        String replacement =
                NodeValueOps.checkAndGetStringLiteral("REPLACE", values.get(2)).getLiteralLexicalForm();
        var counted = new CountedText(text.getLiteralLexicalForm(), guard.meter());
        String made = replaced(pattern.matcher(counted), replacement, guard);
        if (made == null) {
            return values.get(0);
        }
        String language = text.getLiteralLanguage();
        return language.isEmpty()
                ? NodeValue.makeString(made)
                : NodeValue.makeNode(NodeFactory.createLiteralLang(made, language));
    }

    private static @Nullable String replaced(Matcher matcher, String replacement, ValueGuard guard) {
        StringBuilder made = null;
        try {
            while (matcher.find()) {
                if (made == null) {
                    made = new StringBuilder();
                } else if (matcher.start() == matcher.end()) {
                    continue;
                }
                matcher.appendReplacement(made, replacement);
                guard.chars(made.length());
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new ExprEvalException("REPLACE: " + e.getMessage());
        }
        return made == null ? null : matcher.appendTail(made).toString();
    }

    private static Pattern pattern(NodeValue expression, @Nullable NodeValue flags) {
        String text = NodeValueOps.checkAndGetStringLiteral("REGEX", expression).getLiteralLexicalForm();
        String marks = flags == null ? null : flags.getString();
        if (marks != null && !marks.matches("[smixq]*")) {
            throw new ExprEvalException("REGEX: flags are s, m, i, x, q");
        }
        return RegexEngine.makePattern("REGEX", text, marks);
    }
}
