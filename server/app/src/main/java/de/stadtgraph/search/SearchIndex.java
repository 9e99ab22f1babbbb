package de.stadtgraph.search;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;

/// Full text over one state. Immutable, for many threads; a search takes at most one second.
///
/// An index is made and closed by [SearchIndexes].
public final class SearchIndex {
    private static final long MILLISECONDS = 1000;
    private static final int DEEPEST = 10_000;
    private static final int SNIPPET = 180;
    private static final int LONGEST_TYPED = 200;
    private static final Set<String> READ =
            Set.of(Fields.IRI, Fields.SHOWN, Fields.SHOWN_LABEL, Fields.TYPE, Fields.DATASET, Fields.SCHEME);

    private final IndexReader reader;
    private final QueryMaker maker = new QueryMaker();

    SearchIndex(IndexReader reader) {
        this.reader = reader;
    }

    /// A subject and how well it fits.
    public record Match(String iri, float score) {}

    /// Number of things in the index.
    public long things() {
        return reader.numDocs();
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
        Hits exact = find(request, false);
        boolean spelling =
                exact.total() == 0 && request.clauses().stream().anyMatch(SearchWords.Word.class::isInstance);
        return spelling ? find(request, true) : exact;
    }

    private Hits find(SearchRequest request, boolean near) {
        Query query = QueryMaker.filtered(maker.words(request.clauses(), near), request);
        IndexSearcher searcher = searcher();
        try {
            FacetCounts.Counted counted = searcher.search(query, new FacetCounts());
            List<Hits.Hit> hits = new ArrayList<>();
            if (counted.total() > 0) {
                ScoreDoc[] top = searcher.search(query, request.offset() + request.size()).scoreDocs;
                StoredFields stored = reader.storedFields();
                for (ScoreDoc each : Arrays.asList(top).subList(Math.min(request.offset(), top.length), top.length)) {
                    hits.add(hit(stored.document(each.doc, READ), each.score, request.clauses()));
                }
            }
            refuseLate(searcher);
            return new Hits(counted.total(), hits, counted.facets(), near && counted.total() > 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The subjects that fit some words best, for `text:query`.
    public List<Match> subjects(String words, int limit) {
        IndexSearcher searcher = searcher();
        try {
            TopDocs top = searcher.search(maker.words(SearchWords.read(words), false), Math.min(limit, DEEPEST));
            refuseLate(searcher);
            List<Match> matches = new ArrayList<>();
            StoredFields stored = reader.storedFields();
            for (ScoreDoc each : top.scoreDocs) {
                matches.add(
                        new Match(stored.document(each.doc, Set.of(Fields.IRI)).get(Fields.IRI), each.score));
            }
            return matches;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Things whose label begins with what was typed: concepts and terms first.
    ///
    /// @param language language of the labels
    public List<Hits.Suggestion> suggest(String typed, Filter filter, String language) {
        IndexSearcher searcher = searcher();
        try {
            var all = new BooleanQuery.Builder().add(suggested(typed), Occur.MUST);
            QueryMaker.filter(all, Fields.TYPE, filter.type());
            QueryMaker.filter(all, Fields.SCHEME, filter.scheme());
            var order = new Sort(SortField.FIELD_SCORE, new SortField(Fields.WEIGHT, SortField.Type.FLOAT, true));
            List<Hits.Suggestion> suggestions = new ArrayList<>();
            StoredFields stored = reader.storedFields();
            for (ScoreDoc each : searcher.search(all.build(), filter.size(), order).scoreDocs) {
                Document document = stored.document(each.doc, READ);
                suggestions.add(
                        new Hits.Suggestion(document.get(Fields.IRI), label(document, language), scheme(document)));
            }
            return suggestions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Which suggestions are wanted.
    ///
    /// @param type IRI of a class, if only its things are
    /// @param scheme IRI of a concept scheme, if only its concepts are
    /// @param size how many at the most
    public record Filter(Optional<String> type, Optional<String> scheme, int size) {}

    private Query suggested(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return MatchNoDocsQuery.INSTANCE;
        }
        return typed.isBlank() ? MatchAllDocsQuery.INSTANCE : maker.beginning(typed);
    }

    private IndexSearcher searcher() {
        var searcher = new IndexSearcher(reader);
        searcher.setTimeout(new QueryTimeoutImpl(MILLISECONDS));
        return searcher;
    }

    private static void refuseLate(IndexSearcher searcher) {
        if (searcher.timedOut()) {
            throw new ServerException(
                            ErrorCode.QUERY_TIMEOUT,
                            new Text(
                                    "Die Suche dauerte länger als eine Sekunde.",
                                    "The search took longer than a second."))
                    .with("limit", MILLISECONDS);
        }
    }

    private static String scheme(Document document) {
        String scheme = document.get(Fields.SCHEME);
        String[] types = document.getValues(Fields.TYPE);
        return scheme != null ? scheme : types.length > 0 ? types[0] : "";
    }

    private static String label(Document document, String language) {
        String best = "";
        for (String label : document.getValues(Fields.SHOWN_LABEL)) {
            String[] parts = label.split("\n", 2);
            if (best.isEmpty() || parts[0].equals(language)) {
                best = parts[1];
            }
        }
        return best.isEmpty() ? String.valueOf(document.get(Fields.IRI)) : best;
    }

    private static Hits.Hit hit(Document document, float score, List<SearchWords.Clause> clauses) {
        String text = document.get(Fields.SHOWN);
        return new Hits.Hit(
                document.get(Fields.IRI),
                List.of(document.getValues(Fields.TYPE)),
                List.of(document.getValues(Fields.DATASET)),
                snippet(text == null ? "" : text, clauses),
                score);
    }

    /// A piece of the text around the first word that was looked for.
    private static String snippet(String text, List<SearchWords.Clause> clauses) {
        String lower = text.toLowerCase(Locale.GERMAN);
        int at = clauses.stream()
                .map(clause -> lower.indexOf(clause.text().toLowerCase(Locale.GERMAN)))
                .filter(found -> found >= 0)
                .findFirst()
                .orElse(0);
        int from = at < SNIPPET / 2 ? 0 : text.indexOf(' ', at - SNIPPET / 2) + 1;
        int to = Math.min(text.length(), from + SNIPPET);
        return (from > 0 ? "… " : "") + text.substring(from, to).strip() + (to < text.length() ? " …" : "");
    }

    boolean enter() {
        return reader.tryIncRef();
    }

    void leave() {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
