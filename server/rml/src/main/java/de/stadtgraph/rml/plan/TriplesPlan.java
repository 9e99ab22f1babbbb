package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.plan.Findings.Place;
import de.stadtgraph.rml.source.Cells;
import de.stadtgraph.rml.term.Fault;
import de.stadtgraph.rml.term.Quad;
import de.stadtgraph.rml.term.Term;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A compiled triples map. Thread-safe once it is decided what may repeat.
final class TriplesPlan {
    private final int number;
    private final Relation relation;
    private final @Nullable Expression condition;
    private final Subject subject;
    private final List<TermMaker> graphs;
    private final List<Rule> rules;
    private final Repeat[] repeats;
    private final DirectLines.Line[] lines;
    private final boolean gains;

    /// The subject, the place it is told of, and the prefixes it must have one of.
    ///
    /// @param writer the direct way, if there is one
    /// @param needed the slots that all direct ways of the triples map read
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Subject(
            TermMaker maker,
            Place place,
            List<String> owned,
            @Nullable TermWriter writer,
            int[] needed) {}

    /// Predicates, objects and graphs that belong together.
    ///
    /// @param direct the direct way, if there is one
    record Rule(
            List<TermMaker> predicates,
            List<TermMaker> objects,
            List<TermMaker> graphs,
            @Nullable DirectLines direct,
            Proof proof) {
        static final String DEFAULT_GRAPH = "http://w3id.org/rml/defaultGraph";
    }

    /// What is known of a rule's repeats before any record is read.
    ///
    /// @param alone whether no other rule over the same record makes its lines
    /// @param apart whether no triples map over other records makes its lines
    /// @param keyed whether the subject is made of a declared key
    /// @param objects triples maps over the same records whose subjects are the rule's objects
    record Proof(boolean alone, boolean apart, boolean keyed, Set<Integer> objects) {
        Repeat decide(int map, Set<Integer> unique) {
            boolean once = keyed || unique.contains(map) || objects.stream().anyMatch(unique::contains);
            if (!apart || !once) {
                return Repeat.IN_RUN;
            }
            return alone ? Repeat.NEVER : Repeat.IN_RECORD;
        }
    }

    TriplesPlan(
            int number,
            Relation relation,
            @Nullable Expression condition,
            Subject subject,
            List<TermMaker> graphs,
            List<Rule> rules) {
        this.number = number;
        this.relation = relation;
        this.condition = condition;
        this.subject = subject;
        this.graphs = List.copyOf(graphs);
        this.rules = List.copyOf(rules);
        this.repeats = new Repeat[rules.size()];
        this.lines = new DirectLines.Line[rules.size()];
        this.gains = subject.writer() != null
                && condition == null
                && relation instanceof RecordRelation
                && rules.stream()
                        .anyMatch(rule -> rule.proof().apart() && !rule.proof().keyed());
        decide(Set.of());
    }

    /// Decides what may repeat.
    ///
    /// @param unique triples maps of which it is proven that no two records have the same subject
    void decide(Set<Integer> unique) {
        boolean all = true;
        for (int i = 0; i < repeats.length; i++) {
            repeats[i] = rules.get(i).proof().decide(number, unique);
            all &= repeats[i] != Repeat.IN_RUN;
        }
        // Rules that may make the same line must be compared in the same place.
        for (int i = 0; i < repeats.length && !all; i++) {
            repeats[i] = rules.get(i).proof().alone() ? repeats[i] : Repeat.IN_RUN;
        }
        for (int i = 0; i < repeats.length; i++) {
            lines[i] = new DirectLines.Line(number, i, repeats[i]);
        }
    }

    /// Whether to know that its subjects are unique would spare comparing lines.
    boolean gainsByUniqueSubjects() {
        return gains;
    }

    int number() {
        return number;
    }

    Relation relation() {
        return relation;
    }

    /// The slots that the direct way reads; empty if there is none.
    int[] needed() {
        return subject.needed();
    }

    /// The number of slots that a record may fill.
    int slots() {
        return relation.slots();
    }

    RecordStatus evaluate(Supplier<Row> row, @Nullable Cells cells, Findings findings, PlanOutput out) {
        if (condition != null && !TermCompiler.holds(condition, row.get(), findings)) {
            return RecordStatus.SKIPPED;
        }
        return cells == null ? generally(row.get(), findings, out) : directly(row, cells, findings, out);
    }

    /// Whether some of its lines can be written straight from bytes.
    boolean isDirect() {
        return subject.writer() != null;
    }

    private RecordStatus directly(Supplier<Row> row, Cells cells, Findings findings, PlanOutput out) {
        TermWriter writer = subject.writer();
        if (writer == null) {
            return generally(row.get(), findings, out);
        }
        int start = out.lines().length();
        switch (writer.write(cells, out.lines())) {
            case LEFT -> {
                return generally(row.get(), findings, out);
            }
            case NO_VALUE -> {
                return RecordStatus.NO_SUBJECT;
            }
            case WRITTEN -> {
                // Its lines follow.
            }
        }
        if (gains) {
            out.subjectLine(number, start);
        }
        byte[] iri = Arrays.copyOfRange(out.lines().bytes(), start, out.lines().length());
        out.lines().cut(start);
        if (out.wantsSubjects()) {
            out.subject(number, new String(iri, 1, iri.length - 2, StandardCharsets.UTF_8));
        }
        for (int i = 0; i < rules.size(); i++) {
            DirectLines direct = rules.get(i).direct();
            if (direct == null) {
                new Writing(row.get(), findings, out).write(i);
            } else if (!direct.write(iri, cells, out, lines[i])) {
                new Writing(row.get(), findings, out).write(i);
            }
        }
        return RecordStatus.MAPPED;
    }

    private RecordStatus generally(Row row, Findings findings, PlanOutput out) {
        List<Term> subjects = subject.maker().make(row, findings);
        for (Term term : subjects) {
            if (term.bare() instanceof Term.Iri iri) {
                if (!isOwned(iri.value())) {
                    findings.record(Fault.OUTSIDE_IRIS, subject.place(), iri.value());
                    return RecordStatus.MAPPED;
                }
                if (out.wantsSubjects()) {
                    out.subject(number, iri.value());
                }
                if (gains) {
                    int start = out.lines().length();
                    out.lines().add(("<" + iri.value() + ">").getBytes(StandardCharsets.UTF_8));
                    out.subjectLine(number, start);
                    out.lines().cut(start);
                }
            }
        }
        if (!subjects.isEmpty()) {
            var writing = new Writing(row, findings, out);
            writing.cells(subjects);
            for (int i = 0; i < rules.size(); i++) {
                writing.write(i);
            }
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

    /// One row being written by its terms.
    private final class Writing {
        private final Row row;
        private final Findings findings;
        private final PlanOutput out;

        Writing(Row row, Findings findings, PlanOutput out) {
            this.row = row;
            this.findings = findings;
            this.out = out;
        }

        void write(int index) {
            Rule rule = rules.get(index);
            if (isJoinedBefore(rule, index)) {
                return;
            }
            List<Term> objects = terms(rule.objects(), row, findings);
            if (objects.isEmpty()) {
                return;
            }
            List<Term> predicates = terms(rule.predicates(), row, findings);
            List<Term> named = new ArrayList<>(terms(graphs, row, findings));
            named.addAll(terms(rule.graphs(), row, findings));
            boolean missing =
                    named.isEmpty() && !(graphs.isEmpty() && rule.graphs().isEmpty());
            if (missing) {
                return;
            }
            for (Term object : objects) {
                cells(object, named);
            }
            for (Term about : subject.maker().make(row, findings)) {
                for (Term predicate : predicates) {
                    for (Term object : objects) {
                        write(new Quad(about, ((Term.Iri) predicate).value(), object, null), named, repeats[index]);
                    }
                }
            }
        }

        /// Whether the rule joins the same subject by the same key as a record before: all k records of a key would
        /// write the same k lines each.
        private boolean isJoinedBefore(Rule rule, int index) {
            if (rule.objects().size() != 1
                    || !(rule.objects().getFirst() instanceof JoinMaker join)
                    || !join.hasMany(row, findings)) {
                return false;
            }
            int start = out.lines().length();
            String asked = number + " " + index + " terms "
                    + subject.maker().make(row, findings) + terms(rule.predicates(), row, findings)
                    + terms(graphs, row, findings) + terms(rule.graphs(), row, findings) + join.keys(row, findings);
            out.lines().add(asked.getBytes(StandardCharsets.UTF_8));
            return out.isJoined(start);
        }

        /// Writes the cells of subjects that are collections, into the graphs of the subject.
        void cells(List<Term> subjects) {
            if (subjects.stream().noneMatch(Term.Collection.class::isInstance)) {
                return;
            }
            List<Term> named = terms(graphs, row, findings);
            if (!named.isEmpty() || graphs.isEmpty()) {
                subjects.forEach(about -> cells(about, named));
            }
        }

        private void cells(Term term, List<Term> named) {
            if (!(term instanceof Term.Collection collection)) {
                return;
            }
            if (named.isEmpty()) {
                out.collection(number, collection, null);
            }
            for (Term graph : named) {
                out.collection(number, collection, isUnnamed(graph) ? null : graph);
            }
        }

        private static boolean isUnnamed(Term graph) {
            return graph instanceof Term.Iri iri && iri.value().equals(Rule.DEFAULT_GRAPH);
        }

        private void write(Quad quad, List<Term> named, Repeat repeat) {
            if (named.isEmpty()) {
                out.quad(number, quad, repeat);
            }
            for (Term graph : named) {
                Term name = isUnnamed(graph) ? null : graph;
                out.quad(
                        number,
                        new Quad(
                                quad.subject().in(name),
                                quad.predicate(),
                                quad.object().in(name),
                                name),
                        repeat);
            }
        }
    }
}
