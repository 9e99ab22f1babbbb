package de.stadtgraph.http.dereference;

import de.stadtgraph.vocabulary.Skos;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/// The concepts of a scheme by `skos:broader` (SKOS Reference, section 8), numbers in their order, else by notation.
/// Immutable; reads by index ranges.
///
/// A concept stands under one broader concept. Broader concepts of other schemes are branches too; who is broader than
/// itself stands at the root. At most [#MOST] concepts.
record SchemeTree(List<Branch> roots) {
    static final int MOST = 10_000;

    /// Deeper concepts stand at the root.
    private static final int DEEPEST = 20;

    private static final Comparator<Node> BY_IRI = Comparator.comparing(Node::toString);

    /// A concept and the narrower ones.
    ///
    /// @param notation its code; empty where it has none
    /// @param own whether it belongs to the scheme
    record Branch(Node concept, String notation, boolean own, List<Branch> below) {}

    /// @param scheme IRI of the scheme; a tree without roots where it has no concepts
    static SchemeTree of(DatasetGraph data, Node scheme) {
        Set<Node> concepts = new HashSet<>();
        var members = data.findNG(Node.ANY, Node.ANY, Skos.IN_SCHEME, scheme);
        while (members.hasNext() && concepts.size() < MOST) {
            concepts.add(members.next().getSubject());
        }
        return new SchemeTree(new Making(data, concepts).roots());
    }

    /// All branches, each before the narrower ones.
    List<Branch> all() {
        List<Branch> all = new ArrayList<>();
        List<Branch> waiting = new ArrayList<>(roots.reversed());
        while (!waiting.isEmpty()) {
            Branch branch = waiting.removeLast();
            all.add(branch);
            waiting.addAll(branch.below().reversed());
        }
        return all;
    }

    /// The broader concept that a concept stands under.
    static Optional<Node> broader(DatasetGraph data, Node concept) {
        List<Node> found = new ArrayList<>();
        data.findNG(Node.ANY, concept, Skos.BROADER, Node.ANY).forEachRemaining(quad -> found.add(quad.getObject()));
        return found.stream().filter(Node::isURI).min(BY_IRI);
    }

    private static final class Making {
        private final DatasetGraph data;
        private final Set<Node> concepts;
        private final Map<Node, List<Node>> below = new TreeMap<>(BY_IRI);
        private final Set<Node> placed = new HashSet<>();
        private final Comparator<Node> order;

        Making(DatasetGraph data, Set<Node> concepts) {
            this.data = data;
            this.concepts = concepts;
            this.order = Comparator.comparing(this::sortKey).thenComparing(BY_IRI);
        }

        List<Branch> roots() {
            Set<Node> tops = new HashSet<>();
            for (Node concept : concepts) {
                Optional<Node> parent = broader(data, concept);
                parent.ifPresent(broader ->
                        below.computeIfAbsent(broader, _ -> new ArrayList<>()).add(concept));
                if (parent.isEmpty()) {
                    tops.add(concept);
                } else if (!concepts.contains(parent.get())) {
                    tops.add(parent.get());
                }
            }
            List<Branch> roots = new ArrayList<>();
            tops.stream().sorted(order).forEach(top -> roots.add(branch(top, 1)));
            concepts.stream().sorted(order).forEach(concept -> {
                if (!placed.contains(concept)) {
                    roots.add(branch(concept, 1));
                }
            });
            return roots;
        }

        private Branch branch(Node concept, int depth) {
            placed.add(concept);
            List<Branch> narrower = new ArrayList<>();
            below.getOrDefault(concept, List.of()).stream().sorted(order).forEach(child -> {
                if (depth < DEEPEST && !placed.contains(child)) {
                    narrower.add(branch(child, depth + 1));
                }
            });
            return new Branch(concept, notation(concept), concepts.contains(concept), narrower);
        }

        private String notation(Node concept) {
            var found = data.findNG(Node.ANY, concept, Skos.NOTATION, Node.ANY);
            Node notation = found.hasNext() ? found.next().getObject() : concept;
            return notation.isLiteral() ? notation.getLiteralLexicalForm() : "";
        }

        /// Numbers are filled up with zeros, so that 10 comes after 9.
        private String sortKey(Node concept) {
            String notation = notation(concept);
            return notation.matches("[0-9]{1,18}") ? "%018d".formatted(Long.parseLong(notation)) : notation;
        }
    }
}
