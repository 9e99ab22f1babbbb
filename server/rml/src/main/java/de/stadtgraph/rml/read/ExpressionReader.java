package de.stadtgraph.rml.read;

import static de.stadtgraph.rml.read.Rml.rml;

import de.stadtgraph.rml.rules.ExpressionMap;
import de.stadtgraph.rml.rules.ExpressionMap.Constant;
import de.stadtgraph.rml.rules.ExpressionMap.FunctionExecution;
import de.stadtgraph.rml.rules.ExpressionMap.Input;
import de.stadtgraph.rml.rules.ExpressionMap.Reference;
import de.stadtgraph.rml.rules.RuleException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/// Reads expression maps (RML-Core) and function executions (RML-FNML).
final class ExpressionReader {
    private final MappingGraph graph;
    private final Set<Node> open = new HashSet<>();

    ExpressionReader(MappingGraph graph) {
        this.graph = graph;
    }

    /// The expression of a node, or empty if it has none.
    Optional<ExpressionMap> find(Node node) {
        List<ExpressionMap> found = new ArrayList<>();
        for (MappingGraph.Stated stated : graph.about(node)) {
            expression(node, stated).ifPresent(found::add);
        }
        if (found.size() > 1) {
            throw new RuleException(
                    "several-expressions",
                    graph.line(node),
                    "only one of rml:constant, rml:reference, rml:template and rml:functionExecution may stand here");
        }
        return found.stream().findFirst();
    }

    /// The expression of a node that must have one.
    ExpressionMap read(Node node) {
        return find(node)
                .orElseThrow(() -> new RuleException(
                        "no-expression",
                        graph.line(node),
                        "rml:constant, rml:reference, rml:template or rml:functionExecution is missing"));
    }

    /// What a shortcut (`rml:child`) or its map (`rml:childMap`) says.
    Optional<ExpressionMap> shortcut(Node node, String shortcut, String map) {
        Optional<MappingGraph.Stated> shortly = graph.one(node, rml(shortcut));
        Optional<MappingGraph.Stated> wholly = graph.one(node, rml(map));
        if (shortly.isPresent() && wholly.isPresent()) {
            throw new RuleException(
                    "repeated-property",
                    wholly.get().line(),
                    "rml:" + shortcut + " and rml:" + map + " exclude each other");
        }
        return wholly.map(stated -> read(stated.object()));
    }

    private Optional<ExpressionMap> expression(Node node, MappingGraph.Stated stated) {
        if (stated.predicate().equals(rml("constant"))) {
            return Optional.of(new Constant(stated.object()));
        }
        if (stated.predicate().equals(rml("reference"))) {
            return Optional.of(new Reference(MappingGraph.text(stated), stated.line()));
        }
        if (stated.predicate().equals(rml("template"))) {
            return Optional.of(TemplateParser.parse(MappingGraph.text(stated), stated.line()));
        }
        if (stated.predicate().equals(rml("functionExecution"))) {
            return Optional.of(execution(node, stated));
        }
        if (graph.isLegacy() && stated.predicate().equals(rml("functionValue"))) {
            return Optional.of(legacyExecution(stated));
        }
        return Optional.empty();
    }

    private ExpressionMap legacyExecution(MappingGraph.Stated stated) {
        if (!open.add(stated.object())) {
            throw new RuleException("cycle", stated.line(), "a function contains itself");
        }
        ExpressionMap execution = new LegacyFunctions(graph, this::read).read(stated);
        open.remove(stated.object());
        return execution;
    }

    private ExpressionMap execution(Node node, MappingGraph.Stated stated) {
        Node execution = stated.object();
        if (!open.add(execution)) {
            throw new RuleException("cycle", stated.line(), "a function execution contains itself");
        }
        long line = graph.line(execution) == 0 ? stated.line() : graph.line(execution);
        String function = constant(execution, "function", "functionMap")
                .orElseThrow(() -> new RuleException("no-function", line, "rml:function is missing"));
        String output = constant(node, "return", "returnMap").orElse("");
        List<Input> inputs = new ArrayList<>();
        for (MappingGraph.Stated input : graph.all(execution, rml("input"))) {
            inputs.add(input(input));
        }
        open.remove(execution);
        return new FunctionExecution(function, inputs, output, line);
    }

    private Input input(MappingGraph.Stated stated) {
        Node input = stated.object();
        long line = graph.line(input) == 0 ? stated.line() : graph.line(input);
        String parameter = constant(input, "parameter", "parameterMap")
                .orElseThrow(() -> new RuleException("no-parameter", line, "rml:parameter is missing"));
        ExpressionMap value = shortcut(input, "inputValue", "inputValueMap")
                .or(() -> graph.one(input, rml("inputValue")).map(given -> new Constant(given.object())))
                .orElseThrow(
                        () -> new RuleException("no-input", line, "rml:inputValue or rml:inputValueMap is missing"));
        return new Input(parameter, value, line);
    }

    /// An IRI that must be constant, given shortly or as a map.
    private Optional<String> constant(Node node, String shortcut, String map) {
        Optional<ExpressionMap> wholly = shortcut(node, shortcut, map);
        if (wholly.isEmpty()) {
            return graph.one(node, rml(shortcut)).map(MappingGraph::iri);
        }
        if (wholly.get() instanceof Constant constant) {
            return Optional.of(constant.text());
        }
        throw new RuleException("constant-expected", graph.line(node), "rml:" + map + " must be constant");
    }
}
