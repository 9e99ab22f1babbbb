package de.stadtgraph.rml.run;

import de.stadtgraph.rml.plan.Findings;
import de.stadtgraph.rml.plan.PlanOutput;
import de.stadtgraph.rml.plan.RecordStatus;
import de.stadtgraph.rml.plan.Repeat;
import de.stadtgraph.rml.source.ReadOutcome;
import de.stadtgraph.rml.term.CollectionQuads;
import de.stadtgraph.rml.term.Fault;
import de.stadtgraph.rml.term.Lines;
import de.stadtgraph.rml.term.Quad;
import de.stadtgraph.rml.term.Term;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a batch of records gives: lines, and what there is to tell of each record. Filled by one thread record by
/// record, then taken over in the order of the batches.
final class BatchResult implements Findings, PlanOutput {
    private static final int MOST_SHOWN = 200;

    private final Lines lines;
    private final LineMarks marks;
    private final boolean wantsSubjects;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Set<Told> told = new LinkedHashSet<>();
    private final List<Made> subjects = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>();
    private final List<Gathering.Part> parts = new ArrayList<>();
    private final JoinsWritten.Batch joins;
    private final SubjectBits subjectBits;
    private @Nullable Told fatal;
    private int start;
    private int firstMark;
    private long mapped;
    private long skipped;

    /// A subject that a triples map made.
    record Made(int triplesMap, String iri) {}

    /// A key that no other record may have.
    record Key(int annotation, Place place, String text) {}

    /// @param list the code list that lacks the value, or empty
    record Told(Fault fault, Place place, String value, String list) {}

    /// A record of which there is something to tell, and where its lines and marks lie.
    ///
    /// @param fault why it was rejected as a whole, or null
    record Outcome(
            long number,
            long line,
            Extent extent,
            @Nullable Told fault,
            List<Told> values,
            List<Made> subjects,
            List<Key> keys,
            List<Gathering.Part> parts) {}

    /// Lines and marks of one record.
    ///
    /// @param linesByMap one number a triples map, for records that may still be dropped
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Extent(int fromLine, int toLine, int fromMark, int toMark, long[] linesByMap) {}

    /// @param lines empty; its own until the result is taken over
    /// @param subjectBits filled with the subjects that shall come once only
    BatchResult(
            Lines lines, LineMarks marks, JoinsWritten.Batch joins, SubjectBits subjectBits, boolean wantsSubjects) {
        this.lines = lines;
        this.marks = marks;
        this.joins = joins;
        this.subjectBits = subjectBits;
        this.wantsSubjects = wantsSubjects;
    }

    /// A record begins.
    void begin() {
        start = lines.length();
        firstMark = marks.begin();
        fatal = null;
        told.clear();
        subjects.clear();
        keys.clear();
        parts.clear();
    }

    /// The record is evaluated.
    void end(ReadOutcome record, RecordStatus status) {
        Told fault = fatal;
        joins.end(fault == null && status == RecordStatus.MAPPED);
        if (fault == null && status == RecordStatus.NO_SUBJECT) {
            fault = new Told(Fault.NO_SUBJECT, new Place("", ""), "", "");
            tell(record, fault);
            return;
        }
        if (fault != null) {
            tell(record, fault);
            return;
        }
        if (status == RecordStatus.MAPPED) {
            mapped++;
        } else {
            lines.cut(start);
            marks.cut(firstMark);
            subjects.clear();
            parts.clear();
            skipped++;
        }
        if (!told.isEmpty() || !subjects.isEmpty() || !keys.isEmpty() || !parts.isEmpty()) {
            tell(record, null);
        }
    }

    /// The record could not be read.
    void broken(ReadOutcome.Broken record, Fault fault) {
        begin();
        tell(record, new Told(fault, new Place("", ""), "", ""));
    }

    private void tell(ReadOutcome record, @Nullable Told fault) {
        List<Told> values = List.copyOf(told);
        if (fault != null) {
            lines.cut(start);
            marks.cut(firstMark);
            // A record without a subject may have lost it by a value that is told of, too.
            values = fault.fault() == Fault.NO_SUBJECT ? values : List.of();
            subjects.clear();
        }
        outcomes.add(new Outcome(
                record.number(),
                record.line(),
                new Extent(start, lines.length(), firstMark, marks.count(), marks.recordLinesByMap()),
                fault,
                values,
                List.copyOf(subjects),
                fault == null ? List.copyOf(keys) : List.of(),
                fault == null ? List.copyOf(parts) : List.of()));
    }

    @Override
    public void value(Fault fault, Place place, String value) {
        told.add(new Told(fault, place, shown(value), ""));
    }

    @Override
    public void unmapped(String list, Place place, String value) {
        told.add(new Told(Fault.NO_CODE, place, shown(value), list));
    }

    @Override
    public void record(Fault fault, Place place, String value) {
        if (fatal == null) {
            fatal = new Told(fault, place, shown(value), "");
        }
    }

    private static String shown(String value) {
        return value.length() <= MOST_SHOWN ? value : value.substring(0, MOST_SHOWN - 1) + "…";
    }

    @Override
    public void key(int annotation, Place place, String key) {
        keys.add(new Key(annotation, place, key));
    }

    @Override
    public void subject(int triplesMap, String iri) {
        Made made = new Made(triplesMap, iri);
        if (!subjects.contains(made)) {
            subjects.add(made);
        }
    }

    @Override
    public boolean wantsSubjects() {
        return wantsSubjects;
    }

    @Override
    public void subjectLine(int triplesMap, int from) {
        subjectBits.add(triplesMap, lines.bytes(), from, lines.length());
    }

    @Override
    public void quad(int triplesMap, Quad quad, Repeat repeat) {
        int from = lines.length();
        lines.add(quad);
        line(triplesMap, from, repeat == Repeat.NEVER ? Repeat.IN_RECORD : repeat);
    }

    @Override
    public void collection(int triplesMap, Term.Collection collection, @Nullable Term graph) {
        for (Term member : collection.members()) {
            if (member instanceof Term.Collection inner) {
                collection(triplesMap, inner, graph);
            }
        }
        if (collection.isNamed()) {
            parts.add(new Gathering.Part(triplesMap, collection, graph));
            return;
        }
        for (Quad quad : CollectionQuads.members(collection, graph, 0)) {
            quad(triplesMap, quad, Repeat.IN_RUN);
        }
        if (collection.container().isEmpty()) {
            long members = collection.members().size();
            quad(triplesMap, CollectionQuads.end(collection, graph, members), Repeat.IN_RUN);
        }
    }

    @Override
    public boolean isJoined(int asked) {
        int end = lines.length();
        lines.cut(asked);
        // A record with a key may still be dropped when it comes again.
        return keys.isEmpty() && joins.isWritten(lines.bytes(), asked, end);
    }

    @Override
    public Lines lines() {
        return lines;
    }

    @Override
    public void line(int triplesMap, int from, Repeat repeat) {
        if (!marks.add(triplesMap, lines, from, repeat)) {
            lines.cut(from);
        }
    }

    LineMarks marks() {
        return marks;
    }

    SubjectBits subjectBits() {
        return subjectBits;
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    /// Records that made lines.
    long mapped() {
        return mapped;
    }

    /// Records that a condition or an inner join passes over.
    long skipped() {
        return skipped;
    }
}
