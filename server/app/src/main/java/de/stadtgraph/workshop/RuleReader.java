package de.stadtgraph.workshop;

import de.stadtgraph.rdf.Values;
import de.stadtgraph.validation.ShapeDescription;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Sh;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Reads what shapes demand, as short texts. Depth and length are bounded; what is left out shows as `…`.
final class RuleReader {
    private static final int MOST = 8;
    private static final int DEEPEST = 4;
    private static final List<String> TARGETS =
            List.of("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf");
    private static final List<String> DEMANDS = List.of(
            "datatype",
            "class",
            "nodeKind",
            "minInclusive",
            "maxInclusive",
            "minExclusive",
            "maxExclusive",
            "minLength",
            "maxLength",
            "pattern",
            "languageIn",
            "uniqueLang",
            "in",
            "hasValue",
            "equals",
            "disjoint",
            "lessThan",
            "lessThanOrEquals",
            "not",
            "or",
            "and",
            "xone",
            "node",
            "qualifiedValueShape",
            "sparql");

    private final Graph graph;
    private final UnaryOperator<String> shortened;

    RuleReader(Graph graph, UnaryOperator<String> shortened) {
        this.graph = graph;
        this.shortened = shortened;
    }

    Rule rule(ShapeDescription shape) {
        Node node = shape.iri();
        Optional<Node> path = value(node, "path");
        Optional<Node> property = path.filter(Node::isURI);
        return new Rule(
                shape.localName(),
                shape.name(),
                TARGETS.stream()
                        .flatMap(target -> Values.all(graph, node, term(target)).stream())
                        .map(this::text)
                        .sorted()
                        .collect(Collectors.joining(", ")),
                path.map(found -> path(found, 0)).orElse(""),
                property.map(RuleReader::local).orElse(""),
                property.map(Node::getURI).orElse(""),
                cardinality(node),
                demands(node),
                value(node, "datatype").filter(Node::isURI).map(Node::getURI).orElse(""),
                value(node, "class").isPresent() || value(node, "nodeKind").equals(Optional.of(term("IRI"))),
                shape.severity().name().toLowerCase(Locale.ROOT),
                shape.message(),
                shape.repairHint());
    }

    private String cardinality(Node shape) {
        Optional<String> least = value(shape, "minCount").map(this::text);
        Optional<String> most = value(shape, "maxCount").map(this::text);
        return least.isEmpty() && most.isEmpty() ? "" : least.orElse("0") + ".." + most.orElse("*");
    }

    private String demands(Node shape) {
        List<String> demands = new ArrayList<>();
        for (String name : DEMANDS) {
            Values.all(graph, shape, term(name)).stream()
                    .map(value -> demand(name, value))
                    .sorted()
                    .forEach(demands::add);
        }
        return String.join("; ", demands);
    }

    private String demand(String name, Node value) {
        return switch (name) {
            case "sparql" -> "SPARQL";
            case "minInclusive" -> "≥ " + text(value);
            case "maxInclusive" -> "≤ " + text(value);
            case "minExclusive" -> "> " + text(value);
            case "maxExclusive" -> "< " + text(value);
            case "datatype", "class", "nodeKind" -> text(value);
            default -> name + " " + nested(value);
        };
    }

    private String nested(Node value) {
        if (!value.isBlank()) {
            return text(value);
        }
        List<Node> members = members(value);
        return members.isEmpty()
                ? "(" + demands(value) + ")"
                : "(" + limited(members.stream().map(this::text)) + (members.size() > MOST ? " …" : "") + ")";
    }

    /// A property path (SHACL, section 2.3.1) in the way SPARQL writes it.
    private String path(Node path, int depth) {
        if (path.isURI() || depth > DEEPEST) {
            return path.isURI() ? text(path) : "…";
        }
        List<Node> steps = members(path);
        if (!steps.isEmpty()) {
            return steps.stream().map(step -> path(step, depth + 1)).collect(Collectors.joining(" / "));
        }
        Optional<Node> inverse = value(path, "inversePath");
        if (inverse.isPresent()) {
            return "^" + path(inverse.get(), depth + 1);
        }
        Optional<Node> either = value(path, "alternativePath");
        if (either.isPresent()) {
            return members(either.get()).stream()
                    .map(step -> path(step, depth + 1))
                    .collect(Collectors.joining(" | "));
        }
        return Stream.of("zeroOrMorePath *", "oneOrMorePath +", "zeroOrOnePath ?")
                .map(kind -> kind.split(" ", 2))
                .flatMap(kind -> value(path, kind[0]).map(step -> path(step, depth + 1) + kind[1]).stream())
                .findFirst()
                .orElse("…");
    }

    /// The first members of a list, one more than are shown; empty for what is no list.
    private List<Node> members(Node list) {
        List<Node> members = new ArrayList<>();
        Node rest = list;
        while (members.size() <= MOST && !rest.equals(Rdf.NIL)) {
            Optional<Node> first = Values.any(graph, rest, Rdf.FIRST);
            if (first.isEmpty()) {
                break;
            }
            members.add(first.get());
            rest = Values.any(graph, rest, Rdf.REST).orElse(Rdf.NIL);
        }
        return members;
    }

    private static String limited(Stream<String> texts) {
        return texts.limit(MOST).collect(Collectors.joining(" "));
    }

    private String text(Node node) {
        if (node.isLiteral()) {
            return node.getLiteralLexicalForm();
        }
        return node.isURI() ? shortened.apply(node.getURI()) : "…";
    }

    private static String local(Node property) {
        String iri = property.getURI();
        return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }

    private Optional<Node> value(Node shape, String name) {
        return Values.any(graph, shape, term(name));
    }

    private static Node term(String name) {
        return NodeFactory.createURI(Sh.NAMESPACE + name);
    }
}
