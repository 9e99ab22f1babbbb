package de.stadtgraph.workshop;

import de.stadtgraph.problem.Text;
import de.stadtgraph.validation.ValidationResult;
import org.apache.jena.graph.Node;

/// One result, as people look at it. Immutable.
///
/// @param thing the node that was judged
/// @param path the property; empty where there is none
/// @param value the value that breaks the rule; empty where there is none
/// @param constraint short name of the constraint component
/// @param message what is wrong
public record Sample(String thing, String path, String value, String constraint, Text message) {
    static Sample of(ValidationResult result) {
        String component = result.component().getURI();
        return new Sample(
                result.focusNode().toString(),
                result.path().map(Node::toString).orElse(""),
                result.value().map(Node::toString).orElse(""),
                component
                        .substring(Math.max(component.lastIndexOf('#'), component.lastIndexOf('/')) + 1)
                        .replaceFirst("ConstraintComponent$", ""),
                result.message());
    }
}
