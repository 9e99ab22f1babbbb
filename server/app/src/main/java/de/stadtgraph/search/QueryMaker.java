package de.stadtgraph.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;

/// Turns what is looked for into searches of literals. Safe for many threads.
final class QueryMaker {
    private static final Map<String, Float> WEIGHTS = Map.of(Fields.GERMAN, 1f, Fields.ENGLISH, 0.8f);
    private static final float WHOLE_LABEL = 10;
    private static final float EXACT_LABEL = 100;
    private static final int SHORT_WORD = 5;
    private static final int EXPANSIONS = 50;
    private static final int MOST_NEAR = 8;
    private static final int MOST_PARTS = 8;
    private static final int LONGEST_BEGINNING = 20;

    private final Tokens tokens = new Tokens();
    private final Compounds compounds;

    QueryMaker(Compounds compounds) {
        this.compounds = compounds;
    }

    /// Literals in which a clause is found by words; nothing if it has none that are kept.
    ///
    /// @param near whether near spellings of words count too
    Optional<Query> words(SearchWords.Clause clause, boolean near) {
        var any = new BooleanQuery.Builder();
        WEIGHTS.forEach((field, weight) ->
                field(clause, field).ifPresent(query -> any.add(new BoostQuery(query, weight), Occur.SHOULD)));
        if (clause instanceof SearchWords.Word(String text)) {
            compounds(text).forEach(query -> any.add(query, Occur.SHOULD));
            if (near) {
                nearSpellings(text).forEach(query -> any.add(query, Occur.SHOULD));
            }
        }
        BooleanQuery query = any.build();
        return query.clauses().isEmpty() ? Optional.empty() : Optional.of(query);
    }

    /// Literals in which a clause is found.
    ///
    /// @param language the tag of their language, if it is asked for
    Optional<Query> words(SearchWords.Clause clause, Optional<String> language) {
        return words(clause, false).map(words -> {
            var all = new BooleanQuery.Builder().add(words, Occur.MUST);
            language.ifPresent(tag -> all.add(inLanguage(tag), Occur.FILTER));
            return all.build();
        });
    }

    /// Literals of a language: `de` is that of `de-AT`, too (RFC 4647, basic filtering).
    private static Query inLanguage(String tag) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.LANGUAGE, tag)), Occur.SHOULD)
                .add(new PrefixQuery(new Term(Fields.LANGUAGE, tag + "-")), Occur.SHOULD)
                .build();
    }

    /// Labels and codes that are just this.
    static Query exact(String text) {
        return new ConstantScoreQuery(new TermQuery(new Term(Fields.EXACT, TextAnalysis.exact(text))));
    }

    /// Labels with words that begin so: whole labels first.
    Query beginning(String typed) {
        var all = new BooleanQuery.Builder();
        for (String word : typed.strip().split("[^\\p{L}\\p{N}]+", -1)) {
            for (String token : word.isEmpty() ? List.<String>of() : tokens.of(Fields.BEGINNING, word)) {
                String cut = token.substring(0, Math.min(LONGEST_BEGINNING, token.length()));
                all.add(new ConstantScoreQuery(new TermQuery(new Term(Fields.BEGINNING, cut))), Occur.MUST);
            }
        }
        Query whole = new ConstantScoreQuery(new PrefixQuery(new Term(Fields.EXACT, TextAnalysis.exact(typed))));
        return new BooleanQuery.Builder()
                .add(all.build(), Occur.SHOULD)
                .add(new BoostQuery(whole, WHOLE_LABEL), Occur.SHOULD)
                .add(new BoostQuery(exact(typed), EXACT_LABEL), Occur.SHOULD)
                .build();
    }

    /// Whether a word is one of those that are not kept in some language.
    boolean isStopWord(SearchWords.Clause clause) {
        return clause instanceof SearchWords.Word(String text)
                && WEIGHTS.keySet().stream()
                        .anyMatch(field -> tokens.of(field, text).isEmpty());
    }

    private Optional<Query> field(SearchWords.Clause clause, String field) {
        if (clause instanceof SearchWords.Prefix(String text)) {
            return Optional.of(new PrefixQuery(new Term(field, tokens.normal(field, text))));
        }
        List<String> words = tokens.of(field, clause.text());
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (clause instanceof SearchWords.Phrase) {
            return Optional.of(phrase(field, clause.text()));
        }
        var all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(new TermQuery(new Term(field, word)), Occur.MUST));
        return Optional.of(all.build());
    }

    /// Words in their order; a word that is not kept leaves its place free.
    private Query phrase(String field, String text) {
        var phrase = new PhraseQuery.Builder();
        int[] position = {-1};
        tokens.read(field, text, (token, step) -> {
            position[0] += step;
            phrase.add(new Term(field, token), position[0]);
        });
        return phrase.build();
    }

    /// Long words with a form of the word in them.
    private List<Query> compounds(String word) {
        List<String> stems = tokens.of(Fields.GERMAN, word);
        if (stems.size() != 1) { // several words, written with hyphens
            return List.of();
        }
        return compounds.parts(stems.getFirst()).stream()
                .sorted()
                .limit(MOST_PARTS)
                .<Query>map(part -> new WildcardQuery(new Term(Fields.LONG_WORD, "*" + part + "*")))
                .toList();
    }

    private List<Query> nearSpellings(String word) {
        List<Query> near = new ArrayList<>();
        near.add(fuzzy(Fields.WORD, tokens.normal(Fields.WORD, word)));
        tokens.of(Fields.GERMAN, word).stream()
                .limit(MOST_NEAR)
                .forEach(token -> near.add(fuzzy(Fields.GERMAN, token)));
        return near;
    }

    private static Query fuzzy(String field, String word) {
        int edits = word.length() < SHORT_WORD ? 1 : 2;
        return new FuzzyQuery(new Term(field, word), edits, 1, EXPANSIONS, true);
    }
}
