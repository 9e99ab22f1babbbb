package de.stadtgraph.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Finds things whose label begins with what was typed. For many threads.
final class Suggestions {
    private static final int LONGEST_TYPED = 200;

    private final StateText text;
    private final Things things;
    private final Statements statements;
    private final QueryMaker maker;
    private final ThingContent content;

    Suggestions(StateText text, Things things, Statements statements, QueryMaker maker, ThingContent content) {
        this.text = text;
        this.things = things;
        this.statements = statements;
        this.maker = maker;
        this.content = content;
    }

    List<Hits.Suggestion> of(String typed, SearchIndex.Filter filter, String language) {
        if (typed.length() > LONGEST_TYPED) {
            return List.of();
        }
        List<Hits.Suggestion> suggestions = new ArrayList<>();
        for (int thing : typed.isBlank() ? unasked(filter) : asked(typed, filter)) {
            String iri = things.iri(thing);
            String scheme = content.scheme(iri);
            Kind kind = things.kind(thing);
            String hint =
                    scheme.isEmpty() && !kind.types().isEmpty() ? kind.types().getFirst() : scheme;
            suggestions.add(new Hits.Suggestion(iri, content.label(iri, language), hint));
        }
        return suggestions;
    }

    /// Nothing was typed: concepts and terms first.
    private List<Integer> unasked(SearchIndex.Filter filter) {
        Set<Integer> found = new LinkedHashSet<>();
        Set<Integer> inScheme = inScheme(filter);
        for (int i = 0; i < things.terms().length && found.size() < filter.size(); i++) {
            addFitting(found, things.terms()[i], filter, inScheme);
        }
        for (int thing = 0; thing < things.size() && found.size() < filter.size(); thing++) {
            addFitting(found, thing, filter, inScheme);
        }
        return List.copyOf(found);
    }

    private List<Integer> asked(String typed, SearchIndex.Filter filter) {
        var deadline = new Deadline();
        Scores labelled = statements.labelled(text.labels(maker.beginning(typed), deadline), deadline);
        Set<Integer> inScheme = inScheme(filter);
        Scores fitting = filter.type().isEmpty() && filter.scheme().isEmpty()
                ? labelled
                : labelled.only(thing -> fits(thing, filter, inScheme));
        List<Integer> found = new ArrayList<>();
        for (int thing : fitting.best(filter.size())) {
            found.add(thing);
        }
        return found;
    }

    private void addFitting(Set<Integer> found, int thing, SearchIndex.Filter filter, Set<Integer> inScheme) {
        if (fits(thing, filter, inScheme)) {
            found.add(thing);
        }
    }

    private boolean fits(int thing, SearchIndex.Filter filter, Set<Integer> inScheme) {
        return things.kind(thing).isOf(filter.type()) && (filter.scheme().isEmpty() || inScheme.contains(thing));
    }

    private Set<Integer> inScheme(SearchIndex.Filter filter) {
        Set<Integer> inScheme = new HashSet<>();
        Scores found = statements.inScheme(filter.scheme());
        for (int i = 0; i < found.size(); i++) {
            inScheme.add(found.number(i));
        }
        return inScheme;
    }
}
