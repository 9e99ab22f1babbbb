package de.stadtgraph.validation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;

/// `REGEX` and `REPLACE` (SPARQL 1.1, sections 17.4.3.14 and 17.4.3.15) inside shapes, on texts that stop with the run.
final class GuardedRegex extends ExprFunctionN {
    private static final String REPLACE = "replace";

    private GuardedRegex(String name, ExprList arguments) {
        super(name, arguments);
    }

    static GuardedRegex regex(ExprList arguments) {
        return new GuardedRegex("regex", arguments);
    }

    static GuardedRegex replace(ExprList arguments) {
        return new GuardedRegex(REPLACE, arguments);
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
        boolean replaces = getFunctionSymbol().getSymbol().equals(REPLACE);
        var text = NodeValueOps.checkAndGetStringLiteral("REGEX", values.getFirst());
        int flags = replaces ? 3 : 2;
        Pattern pattern = RegexEngine.makePattern(
                "REGEX",
                NodeValueOps.checkAndGetStringLiteral("REGEX", values.get(1)).getLiteralLexicalForm(),
                values.size() > flags ? values.get(flags).getString() : null);
        Matcher matcher = pattern.matcher(GuardedText.of(text.getLiteralLexicalForm()));
        if (!replaces) {
            return NodeValue.makeBoolean(matcher.find());
        }
        String replacement =
                NodeValueOps.checkAndGetStringLiteral("REPLACE", values.get(2)).getLiteralLexicalForm();
        String made = replaced(matcher, replacement);
        String language = text.getLiteralLanguage();
        return language.isEmpty()
                ? NodeValue.makeString(made)
                : NodeValue.makeNode(NodeFactory.createLiteralLang(made, language));
    }

    private static String replaced(Matcher matcher, String replacement) {
        try {
            return matcher.replaceAll(replacement);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new ExprEvalException("REPLACE: " + e.getMessage());
        }
    }

    @Override
    public GuardedRegex copy(ExprList arguments) {
        return new GuardedRegex(getFunctionSymbol().getSymbol(), arguments);
    }
}
