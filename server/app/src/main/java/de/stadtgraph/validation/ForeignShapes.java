package de.stadtgraph.validation;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Rdfs;
import de.stadtgraph.vocabulary.Sh;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/// Reads shapes that others wrote: any shapes graph (SHACL, section 1.4), also shapes without IRI, name or severity.
final class ForeignShapes {
    private static final List<Node> TARGETS = Stream.of(
                    "targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf", "target")
            .map(name -> NodeFactory.createURI(Sh.NAMESPACE + name))
            .toList();

    private ForeignShapes() {}

    static ShapeFamily read(Path file) {
        Graph graph = readGraph(file);
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.[a-z]+$", "");
        List<ShapeDescription> shapes = targeting(graph).stream()
                .map(shape -> describe(graph, shape, name))
                .sorted(Comparator.comparing(shape -> shape.iri().toString()))
                .toList();
        Node node = NodeFactory.createURI(file.toUri().toString());
        return new ShapeFamily(name, node, "", Text.same(name), shapes, graph, file, true);
    }

    private static Graph readGraph(Path file) {
        try {
            return RdfFiles.read(file);
        } catch (ServerException e) {
            throw new ServerException(ErrorCode.SHAPE_INVALID, e.detail(), e);
        }
    }

    /// Shapes with a target (SHACL, section 2.1.3), classes that are shapes among them.
    private static Set<Node> targeting(Graph graph) {
        Set<Node> shapes = new LinkedHashSet<>();
        for (Node property : TARGETS) {
            graph.find(Node.ANY, property, Node.ANY).mapWith(Triple::getSubject).forEach(shapes::add);
        }
        for (Node type : List.of(Sh.NODE_SHAPE, Sh.PROPERTY_SHAPE)) {
            Values.subjects(graph, Rdf.TYPE, type).stream()
                    .filter(shape -> isClass(graph, shape))
                    .forEach(shapes::add);
        }
        return shapes;
    }

    /// Instances of `rdfs:Class` or of one of its subclasses, such as `owl:Class` where the graph says so.
    private static boolean isClass(Graph graph, Node shape) {
        List<Node> waiting = new ArrayList<>(Values.all(graph, shape, Rdf.TYPE));
        Set<Node> seen = new LinkedHashSet<>();
        while (!waiting.isEmpty()) {
            Node type = waiting.removeLast();
            if (type.equals(Rdfs.CLASS)) {
                return true;
            }
            if (seen.add(type)) {
                waiting.addAll(Values.all(graph, type, Rdfs.SUB_CLASS_OF));
            }
        }
        return false;
    }

    private static ShapeDescription describe(Graph graph, Node shape, String family) {
        Text name = Values.text(graph, shape, Sh.NAME)
                .or(() -> Values.text(graph, shape, Rdfs.LABEL))
                .orElse(Text.same(shape.isURI() ? shape.getURI() : family));
        Text message = Values.text(graph, shape, Sh.MESSAGE).orElse(Text.same(""));
        Severity severity =
                Values.any(graph, shape, Sh.SEVERITY).flatMap(Severity::of).orElse(Severity.VIOLATION);
        return new ShapeDescription(shape, family, name, message, Text.same(""), severity, false, false);
    }
}
