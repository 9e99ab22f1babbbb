package de.stadtgraph.rml.read;

import static de.stadtgraph.rml.read.Rml.rml;

import de.stadtgraph.rml.rules.ExpressionMap;
import de.stadtgraph.rml.rules.ExpressionMap.Constant;
import de.stadtgraph.rml.rules.ExpressionMap.FunctionExecution;
import de.stadtgraph.rml.rules.ExpressionMap.Input;
import de.stadtgraph.rml.rules.RuleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;

/// Function calls as they were written before RML-FNML: `fnml:functionValue` with a predicate-object map for
/// `fno:executes` and one for each parameter.
record LegacyFunctions(MappingGraph graph, Function<Node, ExpressionMap> expressions) {
    private static final String GREL = "http://users.ugent.be/~bjdmeest/function/grel.ttl#";
    private static final Set<String> EXECUTES = Set.of(
            "https://w3id.org/function/ontology#executes",
            "http://w3id.org/function/ontology#executes",
            "http://semweb.datasciencelab.be/ns/function#executes");

    FunctionExecution read(MappingGraph.Stated stated) {
        Node node = stated.object();
        long line = graph.line(node) == 0 ? stated.line() : graph.line(node);
        String function = "";
        List<Input> inputs = new ArrayList<>();
        for (MappingGraph.Stated rule : graph.all(node, rml("predicateObjectMap"))) {
            String predicate = predicate(rule);
            ExpressionMap object = object(rule);
            if (!EXECUTES.contains(predicate)) {
                inputs.add(new Input(today(predicate), object, rule.line()));
            } else if (object instanceof Constant constant && function.isEmpty()) {
                function = constant.text();
            } else {
                throw new RuleException("no-function", rule.line(), "fno:executes wants one constant function");
            }
        }
        if (function.isEmpty()) {
            throw new RuleException("no-function", line, "fnml:functionValue lacks a function (fno:executes)");
        }
        return new FunctionExecution(function, inputs, "", line);
    }

    /// GREL's parameters were called `valueParameter`, `modeParameter` then.
    private static String today(String parameter) {
        return parameter.startsWith(GREL) ? parameter.replaceFirst("Parameter(?=[0-9]?$)", "Param") : parameter;
    }

    private String predicate(MappingGraph.Stated rule) {
        var shortly = graph.one(rule.object(), rml("predicate"));
        if (shortly.isPresent()) {
            return MappingGraph.iri(shortly.get());
        }
        var map = graph.one(rule.object(), rml("predicateMap"));
        if (map.isPresent() && expressions.apply(map.get().object()) instanceof Constant constant) {
            return constant.text();
        }
        throw new RuleException("no-parameter", rule.line(), "a parameter of fnml:functionValue must be constant");
    }

    private ExpressionMap object(MappingGraph.Stated rule) {
        var shortly = graph.one(rule.object(), rml("object"));
        if (shortly.isPresent()) {
            return new Constant(shortly.get().object());
        }
        return graph.one(rule.object(), rml("objectMap"))
                .map(map -> expressions.apply(map.object()))
                .orElseThrow(() -> new RuleException(
                        "no-input", rule.line(), "a parameter of fnml:functionValue has no rr:object or rr:objectMap"));
    }
}
