package de.stadtgraph.search;

import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/// How texts become terms: German with umlauts and endings; English with endings; long words, codes and beginnings of
/// labels as they are. Stateless.
final class TextAnalysis {
    /// Letters of the shortest word that is searched for parts.
    static final int SHORTEST_COMPOUND = 8;

    private static final int LONGEST_WORD = 100;
    private static final int LONGEST_BEGINNING = 20;

    private TextAnalysis() {}

    /// The analysis of an index.
    static Analyzer writing() {
        return byField(new Beginnings(LONGEST_BEGINNING));
    }

    /// The analysis of what is looked for.
    static Analyzer asking() {
        return byField(new Beginnings(0));
    }

    private static Analyzer byField(Analyzer beginnings) {
        return new PerFieldAnalyzerWrapper(
                new German(),
                Map.of(
                        Fields.ENGLISH, new English(),
                        Fields.LONG_WORD, new Words(SHORTEST_COMPOUND),
                        Fields.WORD, new Words(1),
                        Fields.BEGINNING, beginnings));
    }

    /// One spelling of a code, a key or a whole label.
    static String exact(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private static final class German extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var words = new StandardTokenizer();
            TokenStream stream = new LowerCaseFilter(words);
            stream = new StopFilter(stream, GermanAnalyzer.getDefaultStopSet());
            stream = new GermanNormalizationFilter(stream);
            stream = new GermanLightStemFilter(stream);
            return new TokenStreamComponents(words, stream);
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
            return new GermanNormalizationFilter(new LowerCaseFilter(in));
        }
    }

    private static final class English extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var words = new StandardTokenizer();
            TokenStream stream = new EnglishPossessiveFilter(words);
            stream = new LowerCaseFilter(stream);
            stream = new StopFilter(stream, EnglishAnalyzer.getDefaultStopSet());
            stream = new ASCIIFoldingFilter(stream);
            return new TokenStreamComponents(words, new EnglishMinimalStemFilter(stream));
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
            return new ASCIIFoldingFilter(new LowerCaseFilter(in));
        }
    }

    /// Words of some letters at least, in one spelling.
    private static final class Words extends Analyzer {
        private final int shortest;

        Words(int shortest) {
            this.shortest = shortest;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            var words = new StandardTokenizer();
            TokenStream stream = new GermanNormalizationFilter(new LowerCaseFilter(words));
            return new TokenStreamComponents(words, new LengthFilter(stream, shortest, LONGEST_WORD));
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
            return new GermanNormalizationFilter(new LowerCaseFilter(in));
        }
    }

    /// The words of labels cut into their beginnings; with length 0 a text as it is.
    private static final class Beginnings extends Analyzer {
        private final int longest;

        Beginnings(int longest) {
            this.longest = longest;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            var whole = longest == 0 ? new KeywordTokenizer() : new StandardTokenizer();
            TokenStream stream = new GermanNormalizationFilter(new LowerCaseFilter(whole));
            stream = new ASCIIFoldingFilter(stream);
            return new TokenStreamComponents(
                    whole, longest == 0 ? stream : new EdgeNGramTokenFilter(stream, 1, longest, true));
        }
    }
}
