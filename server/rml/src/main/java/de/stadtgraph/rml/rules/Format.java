package de.stadtgraph.rml.rules;

/// `rml:referenceFormulation`: how references and iterators are written.
public enum Format {
    CSV,
    JSON
}
