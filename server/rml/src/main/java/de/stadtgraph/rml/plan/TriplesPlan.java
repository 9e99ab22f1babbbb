package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.plan.Findings.Place;
import de.stadtgraph.rml.term.Fault;
import de.stadtgraph.rml.term.Quad;
import de.stadtgraph.rml.term.Term;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A compiled triples map.
///
/// @param number among all triples maps of the mapping, from 0
/// @param condition rows where it is not true are passed over
record TriplesPlan(
        int number,
        Relation relation,
        @Nullable Expression condition,
        Subject subject,
        List<TermMaker> graphs,
        List<Rule> rules) {

    /// The subject, the place it is told of, and the prefixes it must have one of.
    record Subject(TermMaker maker, Place place, List<String> owned) {}

    /// Predicates, objects and graphs that belong together.
    ///
    /// @param mayRepeat whether two records may make the same quad
    record Rule(List<TermMaker> predicates, List<TermMaker> objects, List<TermMaker> graphs, boolean mayRepeat) {}

    RecordStatus evaluate(Row row, Findings findings, PlanOutput out) {
        if (condition != null && !TermCompiler.holds(condition, row, findings)) {
            return RecordStatus.SKIPPED;
        }
        List<Term> subjects = subject.maker().make(row, findings);
        for (Term term : subjects) {
            if (term instanceof Term.Iri iri) {
                if (!isOwned(iri.value())) {
                    findings.record(Fault.OUTSIDE_IRIS, subject.place(), iri.value());
                    return RecordStatus.MAPPED;
                }
                out.subject(number, iri.value());
            }
        }
        if (!subjects.isEmpty()) {
            List<Term> shared = terms(graphs, row, findings);
            rules.forEach(rule -> new Writing(row, findings, out).write(rule, subjects, shared));
        }
        return subjects.isEmpty() ? RecordStatus.NO_SUBJECT : RecordStatus.MAPPED;
    }

    private boolean isOwned(String iri) {
        return subject.owned().isEmpty() || subject.owned().stream().anyMatch(iri::startsWith);
    }

    private static List<Term> terms(List<TermMaker> makers, Row row, Findings findings) {
        if (makers.size() == 1) {
            return makers.getFirst().make(row, findings);
        }
        List<Term> terms = new ArrayList<>();
        makers.forEach(maker -> terms.addAll(maker.make(row, findings)));
        return terms;
    }

    /// One row being written.
    private final class Writing {
        private static final String DEFAULT_GRAPH = "http://w3id.org/rml/defaultGraph";

        private final Row row;
        private final Findings findings;
        private final PlanOutput out;

        Writing(Row row, Findings findings, PlanOutput out) {
            this.row = row;
            this.findings = findings;
            this.out = out;
        }

        void write(Rule rule, List<Term> subjects, List<Term> shared) {
            List<Term> objects = terms(rule.objects(), row, findings);
            if (objects.isEmpty()) {
                return;
            }
            List<Term> predicates = terms(rule.predicates(), row, findings);
            List<Term> named = new ArrayList<>(shared);
            named.addAll(terms(rule.graphs(), row, findings));
            boolean missing =
                    named.isEmpty() && !(graphs.isEmpty() && rule.graphs().isEmpty());
            if (missing) {
                return;
            }
            for (Term subject : subjects) {
                for (Term predicate : predicates) {
                    for (Term object : objects) {
                        write(rule, new Quad(subject, ((Term.Iri) predicate).value(), object, null), named);
                    }
                }
            }
        }

        private void write(Rule rule, Quad quad, List<Term> named) {
            if (named.isEmpty()) {
                out.quad(number, quad, rule.mayRepeat());
            }
            for (Term graph : named) {
                boolean unnamed = graph instanceof Term.Iri iri && iri.value().equals(DEFAULT_GRAPH);
                Term name = unnamed ? null : graph;
                out.quad(number, new Quad(quad.subject(), quad.predicate(), quad.object(), name), rule.mayRepeat());
            }
        }
    }
}
