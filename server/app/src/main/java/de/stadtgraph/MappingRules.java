package de.stadtgraph;

import de.stadtgraph.http.ReleaseDetails.Mapping;
import de.stadtgraph.http.ReleaseDetails.Rule;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.rdf.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/// Reads from a mapping which fields each triples map reads for which property (RML-Core, section 5). Stateless.
final class MappingRules {
    private static final String RML = "http://w3id.org/rml/";
    private static final Node PREDICATE_OBJECT_MAP = NodeFactory.createURI(RML + "predicateObjectMap");
    private static final Node SUBJECT_MAP = NodeFactory.createURI(RML + "subjectMap");
    private static final Node PREDICATE = NodeFactory.createURI(RML + "predicate");
    private static final Node LOGICAL_SOURCE = NodeFactory.createURI(RML + "logicalSource");
    private static final Node FIELD = NodeFactory.createURI(RML + "field");
    private static final Node FIELD_NAME = NodeFactory.createURI(RML + "fieldName");
    private static final int DEEPEST = 8;
    private static final Node CLASS = NodeFactory.createURI(RML + "class");
    private static final Node REFERENCE = NodeFactory.createURI(RML + "reference");
    private static final Node TEMPLATE = NodeFactory.createURI(RML + "template");
    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private static final Pattern IN_BRACES = Pattern.compile("(?<!\\\\)\\{([^{}]+)(?<!\\\\)}");

    private final Graph graph;
    private final List<String> lines;

    private MappingRules(Graph graph, List<String> lines) {
        this.graph = graph;
        this.lines = lines;
    }

    static Mapping read(Path file) {
        try {
            String text = Files.readString(file);
            return new Mapping(
                    text, new MappingRules(RdfFiles.read(file), text.lines().toList()).rules());
        } catch (IOException e) {
            throw new ServerException(ErrorCode.RELEASE_DAMAGED, file + ": cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        Set<Node> maps = new HashSet<>();
        graph.find(Node.ANY, SUBJECT_MAP, Node.ANY).forEachRemaining(triple -> maps.add(triple.getSubject()));
        for (Node map : maps) {
            int line = line(map);
            for (Node subject : Values.all(graph, map, SUBJECT_MAP)) {
                if (graph.contains(subject, CLASS, Node.ANY)) {
                    rules.add(new Rule(map.toString(), TYPE, read(map, subject), line));
                }
            }
            for (Node statement : Values.all(graph, map, PREDICATE_OBJECT_MAP)) {
                for (Node property : Values.all(graph, statement, PREDICATE)) {
                    rules.add(new Rule(map.toString(), property.toString(), read(map, statement), line));
                }
            }
        }
        return rules;
    }

    /// The fields of the source behind what a rule reads: a view has named fields that read others in turn.
    private List<String> read(Node map, Node rule) {
        Set<String> fields = new TreeSet<>();
        List<Node> views = Values.all(graph, map, LOGICAL_SOURCE);
        fields(rule).forEach(name -> resolve(views, name, fields, 0));
        return List.copyOf(fields);
    }

    private void resolve(List<Node> views, String name, Set<String> fields, int depth) {
        List<Node> definitions = views.stream()
                .flatMap(view -> Values.all(graph, view, FIELD).stream())
                .filter(field -> Values.any(graph, field, FIELD_NAME)
                        .filter(node -> node.getLiteralLexicalForm().equals(name))
                        .isPresent())
                .toList();
        if (definitions.isEmpty() || depth > DEEPEST) {
            fields.add(name);
        }
        for (Node definition : definitions) {
            for (String inner : fields(definition)) {
                if (inner.equals(name)) {
                    fields.add(inner);
                } else {
                    resolve(views, inner, fields, depth + 1);
                }
            }
        }
    }

    /// All fields that are read below a node of the mapping, through functions and templates, not into other triples
    /// maps.
    private List<String> fields(Node from) {
        Set<String> fields = new TreeSet<>();
        Set<Node> seen = new HashSet<>(Set.of(from));
        Deque<Node> waiting = new ArrayDeque<>(Set.of(from));
        while (!waiting.isEmpty()) {
            for (Triple triple :
                    graph.find(waiting.remove(), Node.ANY, Node.ANY).toList()) {
                Node value = triple.getObject();
                if (triple.getPredicate().equals(REFERENCE)) {
                    fields.add(value.getLiteralLexicalForm());
                } else if (triple.getPredicate().equals(TEMPLATE)) {
                    Matcher matcher = IN_BRACES.matcher(value.getLiteralLexicalForm());
                    while (matcher.find()) {
                        fields.add(matcher.group(1));
                    }
                } else if (isPart(value) && seen.add(value)) {
                    waiting.add(value);
                }
            }
        }
        return List.copyOf(fields);
    }

    /// A node of the mapping that is not a triples map of its own.
    private boolean isPart(Node node) {
        return (node.isBlank() || node.isURI())
                && graph.contains(node, Node.ANY, Node.ANY)
                && !graph.contains(node, SUBJECT_MAP, Node.ANY);
    }

    private int line(Node map) {
        String name = map.toString()
                .substring(
                        Math.max(map.toString().lastIndexOf('#'), map.toString().lastIndexOf('/')) + 1);
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).matches("<?[^\\s]*[#:/]?" + Pattern.quote(name) + ">?\\s.*")) {
                return at + 1;
            }
        }
        return 0;
    }
}
