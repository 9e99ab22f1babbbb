package de.stadtgraph.validation;

import de.stadtgraph.problem.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;

/// A shapes graph (SHACL, section 1.4) with a name and a version: one folder of `shapes/`. Immutable by contract:
/// nobody
/// writes to the graph.
///
/// @param name name in addresses and in `dct:conformsTo`
/// @param node the IRI
/// @param version what `owl:versionInfo` says
/// @param title title in both languages
/// @param shapes the shapes it holds, by IRI
/// @param graph the statements of `shapes.ttl`
/// @param folder where it was read from
/// @param foreign shapes of others, which need not follow our rules: everything SHACL allows
public record ShapeFamily(
        String name,
        Node node,
        String version,
        Text title,
        List<ShapeDescription> shapes,
        Graph graph,
        Path folder,
        boolean foreign) {

    public ShapeFamily {
        shapes = List.copyOf(shapes);
    }

    /// The same family, only these of its shapes applied; the others can still be referred to.
    public ShapeFamily only(Set<Node> wanted) {
        List<ShapeDescription> fewer =
                shapes.stream().filter(shape -> wanted.contains(shape.iri())).toList();
        return new ShapeFamily(name, node, version, title, fewer, graph, folder, foreign);
    }

    /// Everything that defines a shape: its statements and those of whatever they refer to within the family.
    public Graph definition(Node shape) {
        Graph definition = GraphFactory.createDefaultGraph();
        List<Node> waiting = new ArrayList<>(List.of(shape));
        Set<Node> seen = new HashSet<>(waiting);
        while (!waiting.isEmpty()) {
            graph.find(waiting.removeLast(), Node.ANY, Node.ANY).forEach(statement -> {
                definition.add(statement);
                if (!statement.getObject().isLiteral() && seen.add(statement.getObject())) {
                    waiting.add(statement.getObject());
                }
            });
        }
        return definition;
    }

    /// The shape with this IRI.
    public Optional<ShapeDescription> shape(Node iri) {
        return shapes.stream().filter(shape -> shape.iri().equals(iri)).findFirst();
    }
}
