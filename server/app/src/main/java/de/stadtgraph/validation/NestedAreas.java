package de.stadtgraph.validation;

import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.Jmo;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/// Which areas of one division are made of whole areas of another, as the published overlaps tell. Immutable.
///
/// @param parts the areas inside, by the area that encloses them wholly
record NestedAreas(Map<Node, Set<Node>> parts) {
    private static final double WHOLLY = 0.999;
    private static final Node OVERLAP_FROM = jmo("overlapFrom");
    private static final Node OVERLAP_TO = jmo("overlapTo");
    private static final Node AREA_SHARE = jmo("areaShare");

    static NestedAreas in(Graph graph) {
        Map<Node, Set<Node>> inside = new HashMap<>();
        Set<Node> cut = new HashSet<>();
        for (Triple from : graph.find(Node.ANY, OVERLAP_FROM, Node.ANY).toList()) {
            Node overlap = from.getSubject();
            Node enclosing = Values.any(graph, overlap, OVERLAP_TO).orElse(overlap);
            double share = Values.any(graph, overlap, AREA_SHARE)
                    .filter(Node::isLiteral)
                    .map(Node::getLiteralLexicalForm)
                    .filter(form -> form.matches("[0-9]{1,2}(\\.[0-9]{1,20})?"))
                    .map(Double::valueOf)
                    .orElse(0.0);
            inside.computeIfAbsent(enclosing, _ -> new HashSet<>()).add(from.getObject());
            if (share < WHOLLY) {
                cut.add(enclosing);
            }
        }
        inside.keySet().removeAll(cut);
        return new NestedAreas(inside);
    }

    Set<Node> partsOf(Node area) {
        return parts.getOrDefault(area, Set.of());
    }

    private static Node jmo(String name) {
        return NodeFactory.createURI(Jmo.NAMESPACE + name);
    }
}
