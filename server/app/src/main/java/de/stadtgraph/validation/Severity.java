package de.stadtgraph.validation;

import de.stadtgraph.vocabulary.Jmo;
import de.stadtgraph.vocabulary.Sh;
import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.graph.Node;

/// How grave a result is, lightest first: the three of SHACL (section 3.6.2.4) and the city's own, which refuses a
/// release.
public enum Severity {
    INFO(Sh.INFO),
    WARNING(Sh.WARNING),
    VIOLATION(Sh.VIOLATION),
    BLOCK(Jmo.BLOCK);

    private final Node node;

    Severity(Node node) {
        this.node = node;
    }

    /// The IRI.
    public Node node() {
        return node;
    }

    /// The severity with this IRI, if there is one.
    public static Optional<Severity> of(Node node) {
        return Arrays.stream(values()).filter(value -> value.node.equals(node)).findFirst();
    }
}
