package de.stadtgraph.search;

import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.compound.DictionaryCompoundWordTokenFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/// How texts become terms: German with umlauts, endings and the parts of compound words; English with endings; codes
/// and beginnings of labels as they are. Stateless.
final class TextAnalysis {
    private static final int SHORTEST_COMPOUND = 8;
    private static final int SHORTEST_PART = 4;
    private static final int LONGEST_PART = 20;
    private static final int LONGEST_BEGINNING = 20;

    private TextAnalysis() {}

    /// The analysis of an index.
    ///
    /// @param parts words that count as parts of a compound word
    static Analyzer writing(CharArraySet parts) {
        return byField(new German(parts), new Beginnings(LONGEST_BEGINNING));
    }

    /// The analysis of what is looked for: a compound word is not taken apart, or every part of it would be a hit.
    static Analyzer asking() {
        return byField(new German(CharArraySet.EMPTY_SET), new Beginnings(0));
    }

    private static Analyzer byField(Analyzer german, Analyzer beginnings) {
        return new PerFieldAnalyzerWrapper(
                german,
                Map.of(
                        Fields.LABEL_EN, new English(),
                        Fields.TEXT_EN, new English(),
                        Fields.BEGINNING, beginnings));
    }

    /// One spelling of a code, a key or a whole label.
    static String exact(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private static final class German extends Analyzer {
        private final CharArraySet parts;

        German(CharArraySet parts) {
            this.parts = parts;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            var words = new StandardTokenizer();
            TokenStream stream = new LowerCaseFilter(words);
            if (!parts.isEmpty()) {
                stream = new DictionaryCompoundWordTokenFilter(
                        stream, parts, SHORTEST_COMPOUND, SHORTEST_PART, LONGEST_PART, false);
            }
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

    /// Whole labels cut into their beginnings; with length 0 a label as it is.
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
