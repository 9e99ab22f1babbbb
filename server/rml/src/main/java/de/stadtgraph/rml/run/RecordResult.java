package de.stadtgraph.rml.run;

import de.stadtgraph.rml.plan.Findings;
import de.stadtgraph.rml.plan.PlanOutput;
import de.stadtgraph.rml.term.Fault;
import de.stadtgraph.rml.term.Quad;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one record gives, held back until it is known whether it counts. Reused; not thread-safe.
final class RecordResult implements Findings, PlanOutput {
    private static final int MOST_SHOWN = 200;

    private final KeyCheck keys;
    private final Map<Quad, Made> quads = new LinkedHashMap<>();
    private final Set<Subject> subjects = new LinkedHashSet<>();
    private final Set<Told> told = new LinkedHashSet<>();
    private @Nullable Told fatal;

    /// Asked whether a key is new.
    interface KeyCheck {
        boolean isNew(int annotation, String key);
    }

    record Made(int triplesMap, boolean mayRepeat) {}

    record Subject(int triplesMap, String iri) {}

    /// @param list the code list that lacks the value, or empty
    record Told(Fault fault, Place place, String value, String list) {}

    RecordResult(KeyCheck keys) {
        this.keys = keys;
    }

    void clear() {
        quads.clear();
        subjects.clear();
        told.clear();
        fatal = null;
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
    public boolean isNewKey(int annotation, String key) {
        return keys.isNew(annotation, key);
    }

    @Override
    public void subject(int triplesMap, String iri) {
        subjects.add(new Subject(triplesMap, iri));
    }

    @Override
    public void quad(int triplesMap, Quad quad, boolean mayRepeat) {
        quads.putIfAbsent(quad, new Made(triplesMap, mayRepeat));
    }

    Map<Quad, Made> quads() {
        return quads;
    }

    Set<Subject> subjects() {
        return subjects;
    }

    List<Told> told() {
        return new ArrayList<>(told);
    }

    @Nullable
    Told fatal() {
        return fatal;
    }
}
