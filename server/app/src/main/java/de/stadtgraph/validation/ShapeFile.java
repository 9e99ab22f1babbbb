package de.stadtgraph.validation;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Jmo;
import de.stadtgraph.vocabulary.Owl;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Sh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;

/// Reads one `shapes.ttl` and refuses what cannot be applied: more or less than one severity, a query that does not
/// parse, a pattern that does not compile. What is merely untidy is the business of [OntologyLint].
final class ShapeFile {
    private final Path file;

    ShapeFile(Path file) {
        this.file = file;
    }

    ShapeFamily read() {
        Graph graph = readGraph();
        Node family = Values.subjects(graph, Rdf.TYPE, Owl.ONTOLOGY).stream()
                .findFirst()
                .orElseThrow(() -> invalid("", "the family is not described as an owl:Ontology"));
        String name = family.getURI().substring(family.getURI().lastIndexOf('/') + 1);
        List<ShapeDescription> shapes = Stream.of(Sh.NODE_SHAPE, Sh.PROPERTY_SHAPE)
                .flatMap(type -> Values.subjects(graph, Rdf.TYPE, type).stream())
                .filter(Node::isURI)
                .map(shape -> describe(graph, shape, name))
                .sorted(Comparator.comparing(shape -> shape.iri().getURI()))
                .toList();
        String version = Values.any(graph, family, Owl.VERSION_INFO)
                .map(Node::getLiteralLexicalForm)
                .orElse("");
        Text title = Values.text(graph, family, Dct.TITLE).orElse(Text.same(name));
        Path folder = file.toAbsolutePath().getParent();
        return new ShapeFamily(name, family, version, title, shapes, graph, folder == null ? file : folder, false);
    }

    private Graph readGraph() {
        try {
            return RdfFiles.read(file);
        } catch (ServerException e) {
            throw new ServerException(ErrorCode.SHAPE_INVALID, e.detail(), e);
        }
    }

    private ShapeDescription describe(Graph graph, Node shape, String family) {
        String local = shape.getURI().substring(shape.getURI().indexOf('#') + 1);
        if (!shape.getURI().contains("#")) {
            throw invalid(local, "a shape has an IRI of its family and #Name");
        }
        checkConstraints(graph, shape, local);
        List<Node> severities = Values.all(graph, shape, Sh.SEVERITY);
        if (severities.size() != 1) {
            throw invalid(local, local + " needs exactly one sh:severity, it has " + severities.size());
        }
        Severity severity = Severity.of(severities.getFirst())
                .orElseThrow(() -> invalid(local, local + " has the unknown severity " + severities.getFirst()));
        boolean slot = graph.contains(shape, term("minCount"), Node.ANY)
                || graph.contains(shape, term("qualifiedMinCount"), Node.ANY);
        return new ShapeDescription(
                shape,
                family,
                Values.text(graph, shape, Sh.NAME).orElse(Text.same(local)),
                Values.text(graph, shape, Sh.MESSAGE).orElse(Text.same("")),
                Values.text(graph, shape, NodeFactory.createURI(Jmo.NAMESPACE + "repairHint"))
                        .orElse(Text.same("")),
                severity,
                slot,
                isRange(graph, shape));
    }

    private static boolean isRange(Graph graph, Node shape) {
        return Stream.of("minInclusive", "maxInclusive", "minExclusive", "maxExclusive")
                .anyMatch(bound -> graph.contains(shape, term(bound), Node.ANY));
    }

    /// Queries and patterns at any depth below the shape.
    private void checkConstraints(Graph graph, Node shape, String local) {
        List<Node> waiting = new ArrayList<>(List.of(shape));
        while (!waiting.isEmpty()) {
            Node node = waiting.removeLast();
            for (Triple statement : graph.find(node, Node.ANY, Node.ANY).toList()) {
                if (statement.getObject().isBlank()) {
                    waiting.add(statement.getObject());
                }
                checkConstraint(graph, statement, local);
            }
        }
    }

    private void checkConstraint(Graph graph, Triple statement, String local) {
        String predicate = statement.getPredicate().getURI();
        if (!statement.getObject().isLiteral()) {
            return;
        }
        String form = statement.getObject().getLiteralLexicalForm();
        try {
            if (predicate.equals(Sh.NAMESPACE + "pattern")) {
                Pattern.compile(form);
            } else if (predicate.equals(Sh.NAMESPACE + "select")) {
                QueryFactory.create(prefixes(graph) + form);
            }
        } catch (PatternSyntaxException e) {
            throw invalid(local, local + " has a pattern that does not compile: " + e.getDescription());
        } catch (QueryParseException e) {
            String why = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
            throw invalid(local, local + " has a query that does not parse: " + why);
        }
    }

    private static String prefixes(Graph graph) {
        var text = new StringBuilder();
        for (Triple declared : graph.find(Node.ANY, term("prefix"), Node.ANY).toList()) {
            Values.any(graph, declared.getSubject(), term("namespace"))
                    .ifPresent(namespace -> text.append("PREFIX ")
                            .append(declared.getObject().getLiteralLexicalForm())
                            .append(": <")
                            .append(namespace.getLiteralLexicalForm())
                            .append(">\n"));
        }
        return text.toString();
    }

    private static Node term(String name) {
        return NodeFactory.createURI(Sh.NAMESPACE + name);
    }

    private ServerException invalid(String local, String what) {
        return new ServerException(ErrorCode.SHAPE_INVALID, file + line(local) + ": " + what + ".");
    }

    /// `:n` where the shape begins, as far as the text shows it.
    private String line(String local) {
        if (local.isEmpty()) {
            return "";
        }
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).matches("[a-z-]*:" + Pattern.quote(local) + "(?![A-Za-z0-9_-]).*")) {
                    return ":" + (i + 1);
                }
            }
        } catch (IOException _) {
            return "";
        }
        return "";
    }
}
