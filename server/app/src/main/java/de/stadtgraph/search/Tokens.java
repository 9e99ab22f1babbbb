package de.stadtgraph.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Takes what is looked for apart, as the texts of an index were. Safe for many threads.
final class Tokens {
    private final Analyzer analyzer = TextAnalysis.asking();

    /// The terms of a text in a field.
    List<String> of(String field, String text) {
        List<String> tokens = new ArrayList<>();
        read(field, text, (token, _) -> tokens.add(token));
        return tokens;
    }

    /// The terms of a text, each with the steps from the one before.
    void read(String field, String text, ObjIntConsumer<String> reader) {
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

    /// The beginning of a word as words of a field begin.
    String normal(String field, String text) {
        return analyzer.normalize(field, text).utf8ToString();
    }

    /// A word as long words are spelled.
    String spelled(String word) {
        return normal(Fields.LONG_WORD, word);
    }
}
