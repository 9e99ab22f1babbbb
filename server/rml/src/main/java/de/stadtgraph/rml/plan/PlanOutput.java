package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.term.Quad;

/// Takes what a plan makes of one record.
public interface PlanOutput {
    /// Notes a key; false if it was there before.
    ///
    /// @param annotation number of the key's annotation within the scan
    boolean isNewKey(int annotation, String key);

    /// A subject that a triples map made.
    void subject(int triplesMap, String iri);

    /// A quad.
    ///
    /// @param mayRepeat whether another record may make the same one
    void quad(int triplesMap, Quad quad, boolean mayRepeat);
}
