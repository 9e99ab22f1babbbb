package de.stadtgraph.workshop;

import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.validation.ShapeFamily;
import de.stadtgraph.validation.Shapes;
import de.stadtgraph.vocabulary.Jmo;
import de.stadtgraph.vocabulary.Sh;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/// Reads a text of shapes as an editor types it and marks its lines. Never throws for what the text holds.
/// Thread-safe.
///
/// Grave are syntax, what [Shapes] refuses, queries that the gate refuses, and what the server never runs: scripts,
/// rules, functions of one's own. The rest is advice: unknown terms, namespaces spelt wrongly, missing texts.
public final class ShapesLint {
    private static final Set<String> NEVER_RUN =
            Set.of("js", "jsLibrary", "jsFunctionName", "rule", "SPARQLFunction", "JSFunction", "JSConstraint");
    private static final Node SELECT = sh("select");
    private static final Node ASK = sh("ask");
    private static final Node SPARQL = sh("sparql");
    private static final Node REPAIR_HINT = NodeFactory.createURI(Jmo.NAMESPACE + "repairHint");

    private final KnownTerms terms;
    private final QueryInspection queries;

    /// Says why a query may not run, if it may not.
    public interface QueryInspection {
        Optional<Text> complaint(String query);
    }

    public ShapesLint(KnownTerms terms, QueryInspection queries) {
        this.terms = terms;
        this.queries = queries;
    }

    /// The city's own terms with their labels.
    SortedMap<String, Text> labels() {
        return terms.labels();
    }

    /// The marks of a text, by line.
    ///
    /// @param file where the text is kept, so that the whole reader can be tried on it
    public List<Mark> marks(String text, Path file) {
        var marks = new LineMarks(text);
        marks.graph(text).ifPresent(graph -> {
            neverRun(graph, marks);
            patterns(graph, marks);
            queries(graph, marks);
            namespaces(graph, text, marks);
            texts(graph, marks);
            if (marks.none()) {
                whole(file, marks);
            }
        });
        return marks.sorted();
    }

    /// Marks of the syntax alone, as for an example.
    public List<Mark> syntax(String text) {
        var marks = new LineMarks(text);
        marks.graph(text);
        return marks.sorted();
    }

    private static void whole(Path file, LineMarks marks) {
        try {
            ShapeFamily family = Shapes.read(file);
            if (family.shapes().isEmpty()) {
                marks.add(0, false, new Text("Die Familie hat noch keine Shape.", "The family has no shape yet."));
            }
        } catch (ServerException e) {
            marks.addPlaced(e.detail());
        }
    }

    private static void neverRun(Graph graph, LineMarks marks) {
        for (Triple statement : graph.find().toList()) {
            for (Node node : List.of(statement.getPredicate(), statement.getObject())) {
                if (node.isURI()
                        && node.getURI().startsWith(Sh.NAMESPACE)
                        && NEVER_RUN.contains(node.getURI().substring(Sh.NAMESPACE.length()))) {
                    String name = "sh:" + node.getURI().substring(Sh.NAMESPACE.length());
                    marks.addAt(
                            name,
                            true,
                            new Text(
                                    name + " wird hier nie ausgeführt: keine Skripte, Regeln oder eigenen Funktionen.",
                                    name + " is never run here: no scripts, rules or functions of one's own."));
                }
            }
        }
    }

    private static void patterns(Graph graph, LineMarks marks) {
        for (Triple stated : graph.find(Node.ANY, sh("pattern"), Node.ANY).toList()) {
            String form = stated.getObject().isLiteral() ? stated.getObject().getLiteralLexicalForm() : "";
            try {
                Pattern.compile(form);
            } catch (PatternSyntaxException e) {
                marks.addAt(
                        form.replace("\\", "\\\\"), // as Turtle writes it
                        true,
                        new Text(
                                "Der reguläre Ausdruck ist fehlerhaft: " + e.getDescription() + ".",
                                "The regular expression does not compile: " + e.getDescription() + "."));
            }
        }
    }

    private void queries(Graph graph, LineMarks marks) {
        String prefixes = prefixes(graph);
        for (Node property : List.of(SELECT, ASK)) {
            for (Triple query : graph.find(Node.ANY, property, Node.ANY).toList()) {
                if (query.getObject().isLiteral()) {
                    String text = query.getObject().getLiteralLexicalForm();
                    queries.complaint(prefixes + text)
                            .ifPresent(complaint -> marks.addAt(firstLine(text), true, complaint));
                }
            }
        }
    }

    private static String prefixes(Graph graph) {
        var text = new StringBuilder();
        for (Triple declared : graph.find(Node.ANY, sh("prefix"), Node.ANY).toList()) {
            Values.any(graph, declared.getSubject(), sh("namespace"))
                    .filter(namespace ->
                            namespace.isLiteral() && declared.getObject().isLiteral())
                    .ifPresent(namespace -> text.append("PREFIX %s: <%s>\n"
                            .formatted(
                                    declared.getObject().getLiteralLexicalForm(), namespace.getLiteralLexicalForm())));
        }
        return text.toString();
    }

    private static String firstLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("sh:select");
    }

    private void namespaces(Graph graph, String text, LineMarks marks) {
        marks.addNearMisses(text);
        Set<String> used = new TreeSet<>();
        graph.find().forEachRemaining(statement -> {
            for (Node node : List.of(statement.getSubject(), statement.getPredicate(), statement.getObject())) {
                if (node.isURI() && node.getURI().startsWith(Jmo.NAMESPACE)) {
                    used.add(node.getURI());
                }
            }
        });
        Set<String> known = terms.iris();
        used.stream()
                .filter(term -> !known.contains(term))
                .forEach(term -> marks.addAt(
                        term.substring(Jmo.NAMESPACE.length()),
                        false,
                        new Text("Den Begriff " + term + " gibt es nicht.", "The term " + term + " does not exist.")));
    }

    private static void texts(Graph graph, LineMarks marks) {
        for (Node type : List.of(Sh.NODE_SHAPE, Sh.PROPERTY_SHAPE)) {
            for (Node shape : Values.subjects(graph, de.stadtgraph.vocabulary.Rdf.TYPE, type)) {
                if (shape.isURI()) {
                    text(graph, new Slot(shape, shape, Sh.NAME, "sh:name"), marks);
                    text(graph, new Slot(shape, shape, REPAIR_HINT, "jmo:repairHint"), marks);
                    Node query = Values.any(graph, shape, SPARQL).orElse(shape);
                    text(graph, new Slot(shape, query, Sh.MESSAGE, "sh:message"), marks);
                    if (!query.equals(shape) && graph.contains(query, Sh.SEVERITY, Node.ANY)) {
                        marks.addAt(
                                local(shape),
                                false,
                                new Text(
                                        "sh:severity in sh:sparql hat keine Wirkung; sie gehört zur Shape.",
                                        "sh:severity inside sh:sparql has no effect; it belongs to the shape."));
                    }
                }
            }
        }
    }

    /// A text that a shape needs in both languages.
    ///
    /// @param subject what states it: the shape, or its query
    private record Slot(Node shape, Node subject, Node property, String name) {}

    private static void text(Graph graph, Slot slot, LineMarks marks) {
        for (String language : List.of("de", "en")) {
            boolean there = graph.find(slot.subject(), slot.property(), Node.ANY)
                    .mapWith(Triple::getObject)
                    .filterKeep(value ->
                            value.isLiteral() && value.getLiteralLanguage().equals(language))
                    .hasNext();
            if (!there) {
                String name = local(slot.shape());
                boolean german = language.equals("de");
                marks.addAt(
                        name,
                        false,
                        new Text(
                                name + " hat kein " + slot.name() + " auf " + (german ? "Deutsch." : "Englisch."),
                                name + " has no " + slot.name() + " in " + (german ? "German." : "English.")));
            }
        }
    }

    private static String local(Node shape) {
        String iri = shape.getURI();
        return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }

    private static Node sh(String name) {
        return NodeFactory.createURI(Sh.NAMESPACE + name);
    }
}
