package de.stadtgraph.validation;

import de.stadtgraph.problem.Text;
import java.util.Optional;
import org.apache.jena.graph.Node;

/// One result of a validation (SHACL, section 3.6.2). Immutable.
///
/// @param shape the shape it came from; one of ours always has an IRI
/// @param family name of the shape's family
/// @param component the constraint component that is broken (SHACL, section 3.6.2.2)
/// @param severity how grave it is
/// @param stated the severity's IRI as the shape states it; shapes of others may have one that is none of ours
/// @param focusNode the node that was judged; a class where one query judges all its instances
/// @param path the property, when the path is a single one
/// @param value the value, or the thing, that breaks the rule
/// @param message what is wrong, in both languages
public record ValidationResult(
        Node shape,
        String family,
        Node component,
        Severity severity,
        Node stated,
        Node focusNode,
        Optional<Node> path,
        Optional<Node> value,
        Text message) {}
