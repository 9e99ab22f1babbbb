package de.stadtgraph.workshop;

import de.stadtgraph.problem.Text;
import de.stadtgraph.validation.ShapeFamily;
import de.stadtgraph.vocabulary.Sh;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/// What of the data no shape looks at, and which shapes look at nothing. Immutable.
///
/// @param unseenClasses classes that no shape mentions, with their instances
/// @param unseenProperties properties of a class that no shape mentions, with the things that have them
/// @param idleShapes shapes that were applied to nothing when the data were published
public record Coverage(List<Unseen> unseenClasses, List<Unseen> unseenProperties, List<Idle> idleShapes) {
    private static final Node PREFIX = NodeFactory.createURI(Sh.NAMESPACE + "prefix");
    private static final Node NAMESPACE = NodeFactory.createURI(Sh.NAMESPACE + "namespace");
    private static final Pattern PREFIXED = Pattern.compile("([A-Za-z][\\w-]*):([A-Za-z_][\\w-]*)");
    private static final Pattern IRI = Pattern.compile("<([^<>\\s]+)>");

    public Coverage {
        unseenClasses = List.copyOf(unseenClasses);
        unseenProperties = List.copyOf(unseenProperties);
        idleShapes = List.copyOf(idleShapes);
    }

    /// A term of the data that no shape mentions.
    ///
    /// @param type the class
    /// @param term the class itself, or a property of its instances
    /// @param things how many things it concerns
    public record Unseen(Node type, Node term, long things) {}

    /// A shape that was applied to nothing.
    ///
    /// @param family name of its family
    public record Idle(String iri, Text name, String family) {}

    /// Compares what the data use with what the shapes mention, in paths, targets, values and queries.
    ///
    /// @param history how the shapes did in the releases, newest first; only the newest counts
    public static Coverage of(DataProfile profile, List<ShapeFamily> families, List<ReleaseOutcome> history) {
        Set<String> mentioned = new TreeSet<>();
        families.forEach(family -> mention(family.graph(), mentioned));
        List<Unseen> classes = new ArrayList<>();
        List<Unseen> properties = new ArrayList<>();
        for (DataProfile.ClassProfile type : profile.classes()) {
            if (!mentioned.contains(type.type().getURI())) {
                classes.add(new Unseen(type.type(), type.type(), type.instances()));
            }
            type.properties().stream()
                    .filter(property -> !mentioned.contains(property.property().getURI()))
                    .forEach(property ->
                            properties.add(new Unseen(type.type(), property.property(), property.subjects())));
        }
        return new Coverage(classes, properties, idle(families, history));
    }

    /// Shapes that the newest release knows and that judged nothing there.
    private static List<Idle> idle(List<ShapeFamily> families, List<ReleaseOutcome> history) {
        if (history.isEmpty()) {
            return List.of();
        }
        Map<String, ReleaseOutcome.Count> counts = history.getFirst().counts();
        return families.stream()
                .flatMap(family -> family.shapes().stream())
                .filter(shape -> counts.containsKey(shape.iri().getURI())
                        && counts.get(shape.iri().getURI()).judged() == 0)
                .map(shape -> new Idle(shape.iri().getURI(), shape.name(), shape.family()))
                .toList();
    }

    private static void mention(Graph shapes, Set<String> mentioned) {
        shapes.find().mapWith(Triple::getObject).forEachRemaining(value -> {
            if (value.isURI()) {
                mentioned.add(value.getURI());
            } else if (value.isLiteral()) {
                mentionText(shapes, value.getLiteralLexicalForm(), mentioned);
            }
        });
    }

    /// Terms in the text of a query.
    private static void mentionText(Graph shapes, String text, Set<String> mentioned) {
        Matcher iris = IRI.matcher(text);
        while (iris.find()) {
            mentioned.add(iris.group(1));
        }
        Matcher names = PREFIXED.matcher(text);
        while (names.find()) {
            for (Node declared : shapes.find(Node.ANY, PREFIX, NodeFactory.createLiteralString(names.group(1)))
                    .mapWith(Triple::getSubject)
                    .toList()) {
                shapes.find(declared, NAMESPACE, Node.ANY)
                        .mapWith(Triple::getObject)
                        .forEachRemaining(
                                namespace -> mentioned.add(namespace.getLiteralLexicalForm() + names.group(2)));
            }
        }
    }
}
