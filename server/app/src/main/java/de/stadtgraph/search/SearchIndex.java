package de.stadtgraph.search;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.View;
import de.stadtgraph.snapshot.column.QuadIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntToLongFunction;
import org.apache.jena.graph.Node;

/// Full text over one state: the texts of its segments say which literals fit, its quads which things have them. For
/// many threads, as long as the state is held; a search takes at most one second.
///
/// An index is made and closed by [SearchIndexes].
public final class SearchIndex {
    private static final int DEEPEST = 10_000;

    private final Snapshot snapshot;
    private final StateText text;
    private final Things things;
    private final Statements statements;
    private final ThingSearch search;
    private final Suggestions suggestions;
    private final ThingContent content;
    private final QueryMaker maker;

    private SearchIndex(Snapshot snapshot, StateText text, Things things, QuadIndex quads) {
        this.snapshot = snapshot;
        this.text = text;
        this.things = things;
        var data = snapshot.dataset(View.union());
        this.content = new ThingContent(data);
        this.maker = new QueryMaker(Compounds.of(things, snapshot.dictionary(), data));
        this.statements = new Statements(snapshot, things, quads);
        this.search = new ThingSearch(text, things, statements, maker);
        this.suggestions = new Suggestions(text, things, statements, maker, content);
    }

    /// Opens the texts of a state and reads its things.
    ///
    /// @param graphs what the names of graphs begin with; the rest is the slug of the dataset
    /// @param stopped whether it is no longer wanted
    static SearchIndex open(Snapshot snapshot, String graphs, BooleanSupplier stopped) throws IOException {
        StateText text = StateText.open(snapshot);
        try {
            QuadIndex quads = Statements.quads(snapshot);
            return new SearchIndex(snapshot, text, new ThingReader(snapshot, graphs, stopped).read(quads), quads);
        } catch (RuntimeException e) {
            text.leave();
            throw e;
        }
    }

    /// A subject or a literal, and how well it fits.
    public record Match(Node node, float score) {}

    /// Which literals are looked for.
    ///
    /// @param words all of which stand in the literal
    /// @param properties whose values are looked through; none: of all
    /// @param language the tag of its language, if it is asked for
    /// @param limit the best ones at the most
    public record Literals(String words, List<Node> properties, Optional<String> language, int limit) {
        public Literals {
            properties = List.copyOf(properties);
        }
    }

    /// Number of things that can be found.
    public long things() {
        return things.size();
    }

    /// Finds things; near spellings where there are none for the words themselves.
    public Hits find(SearchRequest request) {
        if (request.offset() + request.size() > DEEPEST) {
            throw new ServerException(
                            ErrorCode.LIMIT_ABOVE_CAP,
                            new Text(
                                    "Geblättert wird bis zum Treffer 10.000; Filter schränken ein.",
                                    "Paging ends at hit 10,000; narrow with a filter."))
                    .with("parameter", "page")
                    .with("cap", DEEPEST);
        }
        var deadline = new Deadline();
        Scores exact = search.fitting(request, false, deadline);
        boolean spelling = exact.size() == 0 && request.clauses().stream().anyMatch(SearchWords.Word.class::isInstance);
        Scores found = spelling ? search.fitting(request, true, deadline) : exact;
        int[] best = found.best(request.offset() + request.size());
        List<Hits.Hit> hits = new ArrayList<>();
        for (int i = request.offset(); i < best.length; i++) {
            hits.add(hit(best[i], found.scoreOf(best[i]), request.clauses()));
        }
        return new Hits(found.size(), hits, Facets.of(found, things), spelling && found.size() > 0);
    }

    private Hits.Hit hit(int thing, float score, List<SearchWords.Clause> clauses) {
        String iri = things.iri(thing);
        Kind kind = things.kind(thing);
        return new Hits.Hit(iri, kind.types(), kind.datasets(), content.snippet(iri, clauses), score);
    }

    /// The subjects that fit some words best, for `text:query`.
    public List<Match> subjects(String words, int limit) {
        Scores found = search.fitting(SearchRequest.of(SearchWords.read(words), limit), false, new Deadline());
        return best(found, limit, things::id);
    }

    /// The literals that fit best, for `text:query`.
    public List<Match> literals(Literals wanted) {
        var deadline = new Deadline();
        Optional<Scores> found = Optional.empty();
        for (SearchWords.Clause clause : SearchWords.read(wanted.words())) {
            Optional<Scores> ofClause =
                    maker.words(clause, wanted.language()).map(query -> text.search(query, deadline));
            if (ofClause.isPresent()) {
                found = Optional.of(
                        found.map(before -> before.and(ofClause.get())).orElseGet(ofClause::get));
            }
        }
        Scores all = found.orElseGet(Scores::new);
        Scores valued = wanted.properties().isEmpty() ? all : statements.values(all, wanted.properties(), deadline);
        return best(valued, wanted.limit(), text.numbers()::id);
    }

    private List<Match> best(Scores found, int limit, IntToLongFunction id) {
        List<Match> matches = new ArrayList<>();
        for (int number : found.best(limit)) {
            Node node = snapshot.dictionary().node(id.applyAsLong(number));
            matches.add(new Match(node, found.scoreOf(number)));
        }
        return matches;
    }

    /// Things whose label begins with what was typed: concepts and terms first.
    ///
    /// @param language language of the labels
    public List<Hits.Suggestion> suggest(String typed, Filter filter, String language) {
        return suggestions.of(typed, filter, language);
    }

    /// Which suggestions are wanted.
    ///
    /// @param type IRI of a class, if only its things are
    /// @param scheme IRI of a concept scheme, if only its concepts are
    /// @param size how many at the most
    public record Filter(Optional<String> type, Optional<String> scheme, int size) {}

    /// Whether it is that of an opened index.
    boolean isOf(Snapshot other) {
        return snapshot == other;
    }

    boolean enter() {
        return text.enter();
    }

    void leave() {
        text.leave();
    }
}
