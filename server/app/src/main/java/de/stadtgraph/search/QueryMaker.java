package de.stadtgraph.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Turns words into a query: an exact code or label first, then labels, then texts; every clause must be found. Safe
/// for many threads.
final class QueryMaker {
    private static final Map<String, Float> WEIGHTS =
            Map.of(Fields.LABEL_DE, 8f, Fields.LABEL_EN, 6f, Fields.TEXT_DE, 1f, Fields.TEXT_EN, 1f);
    private static final float EXACT = 100;
    private static final float WHOLE_LABEL = 10;
    private static final float EXACT_WORD = 20;
    private static final int SHORT_WORD = 5;
    private static final int EXPANSIONS = 50;

    private final Analyzer analyzer = TextAnalysis.asking();

    /// The query of a request, without its filters.
    ///
    /// @param near whether near spellings of words count too
    Query words(List<SearchWords.Clause> clauses, boolean near) {
        if (clauses.isEmpty()) {
            return MatchAllDocsQuery.INSTANCE;
        }
        var all = new BooleanQuery.Builder();
        boolean demands = false;
        for (SearchWords.Clause clause : clauses) {
            Optional<Query> query = clause(clause, near);
            boolean stopped = clause instanceof SearchWords.Word && isStopWord(clause.text()) && clauses.size() > 1;
            query.ifPresent(found -> all.add(found, stopped ? Occur.SHOULD : Occur.MUST));
            demands |= query.isPresent() && !stopped;
        }
        String typed =
                String.join(" ", clauses.stream().map(SearchWords.Clause::text).toList());
        Query exact = boosted(new TermQuery(new Term(Fields.EXACT, TextAnalysis.exact(typed))), EXACT);
        if (!demands && clauses.stream().allMatch(clause -> clause(clause, near).isEmpty())) {
            return exact;
        }
        return new BooleanQuery.Builder()
                .add(all.build(), Occur.SHOULD)
                .add(exact, Occur.SHOULD)
                .build();
    }

    /// A query with the filters of a request.
    static Query filtered(Query query, SearchRequest request) {
        var all = new BooleanQuery.Builder().add(query, Occur.MUST);
        filter(all, Fields.TYPE, request.type());
        filter(all, Fields.DATASET, request.dataset());
        filter(all, Fields.DISTRICT, request.district());
        return all.build();
    }

    /// Things whose label has words that begin so.
    Query beginning(String typed) {
        var all = new BooleanQuery.Builder();
        for (String word : typed.strip().split("[^\\p{L}\\p{N}]+", -1)) {
            for (String token : tokens(Fields.BEGINNING, word)) {
                String cut = token.substring(0, Math.min(20, token.length()));
                all.add(new ConstantScoreQuery(new TermQuery(new Term(Fields.BEGINNING, cut))), Occur.MUST);
            }
        }
        Query exact = boosted(new TermQuery(new Term(Fields.EXACT, TextAnalysis.exact(typed))), EXACT);
        Query whole = boosted(
                new ConstantScoreQuery(new PrefixQuery(new Term(Fields.EXACT, TextAnalysis.exact(typed)))),
                WHOLE_LABEL);
        return new BooleanQuery.Builder()
                .add(all.build(), Occur.SHOULD)
                .add(whole, Occur.SHOULD)
                .add(exact, Occur.SHOULD)
                .build();
    }

    static void filter(BooleanQuery.Builder all, String field, Optional<String> value) {
        value.ifPresent(wanted -> all.add(new TermQuery(new Term(field, wanted)), Occur.FILTER));
    }

    private Optional<Query> clause(SearchWords.Clause clause, boolean near) {
        var any = new BooleanQuery.Builder();
        WEIGHTS.forEach((field, weight) ->
                field(clause, field).ifPresent(query -> any.add(boosted(query, weight), Occur.SHOULD)));
        if (clause instanceof SearchWords.Word(String text)) {
            any.add(boosted(new TermQuery(new Term(Fields.EXACT, TextAnalysis.exact(text))), EXACT_WORD), Occur.SHOULD);
            if (near) {
                nearSpellings(text).forEach(query -> any.add(query, Occur.SHOULD));
            }
        }
        BooleanQuery query = any.build();
        return query.clauses().isEmpty() ? Optional.empty() : Optional.of(query);
    }

    private Optional<Query> field(SearchWords.Clause clause, String field) {
        if (clause instanceof SearchWords.Prefix(String text)) {
            String normal = analyzer.normalize(field, text).utf8ToString();
            return Optional.of(new PrefixQuery(new Term(field, normal)));
        }
        List<String> tokens = tokens(field, clause.text());
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        if (clause instanceof SearchWords.Phrase) {
            return Optional.of(phrase(field, clause.text()));
        }
        var all = new BooleanQuery.Builder();
        tokens.forEach(token -> all.add(new TermQuery(new Term(field, token)), Occur.MUST));
        return Optional.of(all.build());
    }

    /// Words in their order; a word that is not kept leaves its place free.
    private Query phrase(String field, String text) {
        var phrase = new PhraseQuery.Builder();
        int[] position = {-1};
        read(field, text, (token, step) -> {
            position[0] += step;
            phrase.add(new Term(field, token), position[0]);
        });
        return phrase.build();
    }

    private List<Query> nearSpellings(String word) {
        List<Query> near = new ArrayList<>();
        near.add(fuzzy(Fields.WORD, word.toLowerCase(Locale.GERMAN)));
        tokens(Fields.LABEL_DE, word).forEach(token -> near.add(fuzzy(Fields.LABEL_DE, token)));
        tokens(Fields.TEXT_DE, word).forEach(token -> near.add(fuzzy(Fields.TEXT_DE, token)));
        return near;
    }

    private static Query fuzzy(String field, String word) {
        int edits = word.length() < SHORT_WORD ? 1 : 2;
        return new FuzzyQuery(new Term(field, word), edits, 1, EXPANSIONS, true);
    }

    private boolean isStopWord(String word) {
        return tokens(Fields.LABEL_DE, word).isEmpty()
                || tokens(Fields.LABEL_EN, word).isEmpty();
    }

    private static Query boosted(Query query, float weight) {
        return weight == 1 ? query : new BoostQuery(query, weight);
    }

    private List<String> tokens(String field, String text) {
        List<String> tokens = new ArrayList<>();
        read(field, text, (token, _) -> tokens.add(token));
        return tokens;
    }

    private void read(String field, String text, ObjIntConsumer<String> reader) {
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                reader.accept(term.toString(), step.getPositionIncrement());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
