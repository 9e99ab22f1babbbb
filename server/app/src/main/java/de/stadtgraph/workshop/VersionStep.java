package de.stadtgraph.workshop;

import de.stadtgraph.validation.Severity;
import de.stadtgraph.validation.ShapeFamily;
import de.stadtgraph.vocabulary.Jmo;
import de.stadtgraph.vocabulary.Sh;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;

/// How far a change moves the version of a shape family (Semantic Versioning 2.0.0): what suppliers of data must do
/// for it decides, not how much was written.
public enum VersionStep {
    /// Nothing differs.
    NONE,
    /// Texts only: names, messages, hints.
    PATCH,
    /// Something is looser, or stricter without failing anybody: a warning, a note.
    MINOR,
    /// Data that conformed may fail: a stricter violation or block, a shape that is gone.
    MAJOR;

    private static final Set<Node> TEXTS = Set.of(
            Sh.NAME,
            Sh.MESSAGE,
            NodeFactory.createURI(Sh.NAMESPACE + "description"),
            NodeFactory.createURI(Sh.NAMESPACE + "order"),
            NodeFactory.createURI(Sh.NAMESPACE + "group"),
            NodeFactory.createURI(Jmo.NAMESPACE + "repairHint"));
    private static final Pattern VERSION = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})");

    /// The step from one form of a family to another: the greatest of its shapes' steps.
    public static VersionStep between(ShapeFamily old, ShapeFamily changed) {
        return ShapesPreview.changedShapes(old, changed).stream()
                .map(shape -> step(old, changed, shape))
                .max(Comparator.naturalOrder())
                .orElse(NONE);
    }

    private static VersionStep step(ShapeFamily old, ShapeFamily changed, Node shape) {
        Optional<Severity> before = old.shape(shape).map(described -> described.severity());
        Optional<Severity> after = changed.shape(shape).map(described -> described.severity());
        if (after.isEmpty()) {
            return MAJOR;
        }
        boolean failing = after.get().compareTo(Severity.VIOLATION) >= 0;
        if (before.isEmpty()) {
            return failing ? MAJOR : MINOR;
        }
        Graph then = withoutTexts(old.definition(shape));
        Graph now = withoutTexts(changed.definition(shape));
        if (then.isIsomorphicWith(now)) {
            return PATCH;
        }
        boolean looser = after.get().compareTo(before.get()) < 0 || (now.size() < then.size() && contains(then, now));
        return failing && !looser ? MAJOR : MINOR;
    }

    /// Whether two definitions differ in nothing but what people read.
    static boolean inTextsAlone(Graph old, Graph changed) {
        return withoutTexts(old).isIsomorphicWith(withoutTexts(changed));
    }

    /// Whether every statement of the smaller graph is in the other; blank nodes are not compared.
    private static boolean contains(Graph graph, Graph smaller) {
        return smaller.stream()
                .filter(statement ->
                        Stream.of(statement.getSubject(), statement.getObject()).noneMatch(Node::isBlank))
                .allMatch(graph::contains);
    }

    private static Graph withoutTexts(Graph definition) {
        Graph rest = GraphFactory.createDefaultGraph();
        definition
                .find()
                .filterDrop(statement -> TEXTS.contains(statement.getPredicate()))
                .forEachRemaining(rest::add);
        return rest;
    }

    /// The version after this step; a text that is no version counts as `0.0.0`.
    public String after(String version) {
        Matcher parts = VERSION.matcher(version);
        boolean known = parts.matches();
        int major = known ? Integer.parseInt(parts.group(1)) : 0;
        int minor = known ? Integer.parseInt(parts.group(2)) : 0;
        int patch = known ? Integer.parseInt(parts.group(3)) : 0;
        return switch (this) {
            case NONE -> version;
            case PATCH -> major + "." + minor + "." + (patch + 1);
            case MINOR -> major + "." + (minor + 1) + ".0";
            case MAJOR -> (major + 1) + ".0.0";
        };
    }
}
