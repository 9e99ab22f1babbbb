package de.stadtgraph.validation;

import de.stadtgraph.problem.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

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
public record ShapeFamily(
        String name, Node node, String version, Text title, List<ShapeDescription> shapes, Graph graph, Path folder) {

    public ShapeFamily {
        shapes = List.copyOf(shapes);
    }

    /// The shape with this IRI.
    public Optional<ShapeDescription> shape(Node iri) {
        return shapes.stream().filter(shape -> shape.iri().equals(iri)).findFirst();
    }
}
