package de.stadtgraph.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the things that fit what is looked for: an exact code or label first, then labels, then texts; every clause
/// must be found. For many threads.
final class ThingSearch {
    private static final float EXACT = 100;
    private static final float EXACT_WORD = 20;

    private final StateText text;
    private final Things things;
    private final Statements statements;
    private final QueryMaker maker;

    ThingSearch(StateText text, Things things, Statements statements, QueryMaker maker) {
        this.text = text;
        this.things = things;
        this.statements = statements;
        this.maker = maker;
    }

    /// The things that fit.
    ///
    /// @param near whether near spellings of words count too
    Scores fitting(SearchRequest request, boolean near, Deadline deadline) {
        if (request.clauses().isEmpty()) {
            return filtered(everything(), request);
        }
        Optional<Scores> all = Optional.empty();
        for (SearchWords.Clause clause : demanded(request.clauses())) {
            Optional<Scores> found = clause(clause, near, deadline);
            if (found.isPresent()) {
                all = Optional.of(all.map(before -> before.and(found.get())).orElseGet(found::get));
            }
        }
        String typed = String.join(
                " ", request.clauses().stream().map(SearchWords.Clause::text).toList());
        Scores exact = exact(typed, EXACT, deadline);
        return filtered(all.map(exact::or).orElse(exact), request);
    }

    /// The clauses without words that are not kept, unless there are no others.
    private List<SearchWords.Clause> demanded(List<SearchWords.Clause> clauses) {
        List<SearchWords.Clause> demanded = new ArrayList<>(clauses);
        demanded.removeIf(maker::isStopWord);
        return demanded.isEmpty() ? clauses : demanded;
    }

    /// Nothing for what has no word that is kept.
    private Optional<Scores> clause(SearchWords.Clause clause, boolean near, Deadline deadline) {
        Optional<Scores> found = maker.words(clause, near)
                .map(query -> text.search(query, deadline))
                .map(literals -> statements.found(literals, deadline));
        if (found.isPresent() && clause instanceof SearchWords.Word(String word)) {
            return found.map(byWords -> byWords.or(exact(word, EXACT_WORD, deadline)));
        }
        return found;
    }

    /// Things with just this label or code.
    private Scores exact(String typed, float score, Deadline deadline) {
        var exact = new Scores();
        Scores named = statements.named(text.search(QueryMaker.exact(typed), deadline), deadline);
        for (int i = 0; i < named.size(); i++) {
            exact.add(named.number(i), score);
        }
        things.coded(typed).forEach(thing -> exact.add(thing, score));
        return exact.done();
    }

    private Scores everything() {
        var everything = new Scores();
        for (int thing = 0; thing < things.size(); thing++) {
            everything.add(thing, 1);
        }
        return everything.done();
    }

    private Scores filtered(Scores found, SearchRequest request) {
        if (request.type().isEmpty()
                && request.dataset().isEmpty()
                && request.district().isEmpty()) {
            return found;
        }
        boolean[] fits = new boolean[things.kinds().size()];
        for (int kind = 0; kind < fits.length; kind++) {
            fits[kind] = things.kinds().get(kind).fits(request);
        }
        return found.only(thing -> fits[things.kindNumber(thing)]);
    }
}
