package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.term.Lines;
import de.stadtgraph.rml.term.Quad;

/// Takes what a plan makes of one record.
public interface PlanOutput {
    /// A key that no other record may have.
    ///
    /// @param annotation number of the key's annotation within the scan
    void key(int annotation, Findings.Place place, String key);

    /// A subject that a triples map made.
    void subject(int triplesMap, String iri);

    /// Whether anybody wants to know the subjects.
    boolean wantsSubjects();

    /// A quad.
    void quad(int triplesMap, Quad quad, Repeat repeat);

    /// Where lines are written that [#line] then tells of.
    Lines lines();

    /// What was written from the position on is one line.
    void line(int triplesMap, int start, Repeat repeat);
}
