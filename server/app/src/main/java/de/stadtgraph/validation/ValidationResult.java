package de.stadtgraph.validation;

import de.stadtgraph.problem.Text;
import java.util.Optional;
import org.apache.jena.graph.Node;

/// One result of a validation (SHACL, section 3.6.2). Immutable.
///
/// @param shape the shape it came from; always one with an IRI
/// @param family name of the shape's family
/// @param severity how grave it is
/// @param focusNode the node that was judged; a class where one query judges all its instances
/// @param path the property, when the path is a single one
/// @param value the value, or the thing, that breaks the rule
/// @param message what is wrong, in both languages
public record ValidationResult(
        Node shape,
        String family,
        Severity severity,
        Node focusNode,
        Optional<Node> path,
        Optional<Node> value,
        Text message) {}
