package de.stadtgraph.rml.source;

/// A compiled `rml:reference`.
public sealed interface Reference permits Column, JsonPath, XmlPath {
    /// The field's name in reports.
    String field();
}
