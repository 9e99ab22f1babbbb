package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.term.Lines;
import de.stadtgraph.rml.term.Quad;
import de.stadtgraph.rml.term.Term;
import org.jspecify.annotations.Nullable;

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

    /// The same, of a triples map that gains by subjects that come once only: one stands in the lines from the
    /// position on.
    void subjectLine(int triplesMap, int start);

    /// A quad.
    void quad(int triplesMap, Quad quad, Repeat repeat);

    /// A collection that a quad of that graph has as its subject or object: its cells are written there.
    void collection(int triplesMap, Term.Collection collection, @Nullable Term graph);

    /// Whether this was asked before, for a record whose lines count: what it joins is written already.
    ///
    /// The question is a rule, the subject and the values that are joined.
    ///
    /// @param asked where in the lines the question begins; it is taken back
    boolean isJoined(int asked);

    /// Where lines are written that [#line] then tells of.
    Lines lines();

    /// What was written from the position on is one line.
    void line(int triplesMap, int start, Repeat repeat);
}
