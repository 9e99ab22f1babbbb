package de.stadtgraph.validation;

import de.stadtgraph.problem.Text;
import org.apache.jena.graph.Node;

/// What a shape says about itself. Immutable.
///
/// @param iri the shape
/// @param family name of its family
/// @param name short name
/// @param message what is wrong where it is broken; empty where the constraint fills the message
/// @param repairHint what to do
/// @param severity how grave a result is
/// @param slot it demands a value: conforming nodes have the slot filled
/// @param range it bounds a value: conforming nodes have a plausible one
public record ShapeDescription(
        Node iri,
        String family,
        Text name,
        Text message,
        Text repairHint,
        Severity severity,
        boolean slot,
        boolean range) {

    /// The name within the family: what stands after `#`.
    public String localName() {
        return iri.isURI() ? iri.getURI().substring(iri.getURI().indexOf('#') + 1) : iri.toString();
    }
}
