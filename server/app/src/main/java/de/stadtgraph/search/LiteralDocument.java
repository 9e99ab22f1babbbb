package de.stadtgraph.search;

import de.stadtgraph.snapshot.term.TermReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;

/// Makes the document of a literal. Its fields are used again for the next one. One thread.
final class LiteralDocument {
    private static final int LONGEST_EXACT = 200;
    private static final FieldType WORDS = words();

    private final Field id = new NumericDocValuesField(Fields.ID, 0);
    private final Field weight = new NumericDocValuesField(Fields.WEIGHT, 1);
    private final Field german = new TextField(Fields.GERMAN, "", Field.Store.NO);
    private final Field english = new TextField(Fields.ENGLISH, "", Field.Store.NO);
    private final Field language = new StringField(Fields.LANGUAGE, "", Field.Store.NO);
    private final Field exact = new StringField(Fields.EXACT, "", Field.Store.NO);
    private final Field longWords = new Field(Fields.LONG_WORD, "", WORDS);
    private final Field words = new Field(Fields.WORD, "", WORDS);
    private final Field beginnings = new Field(Fields.BEGINNING, "", WORDS);
    private final List<IndexableField> fields = new ArrayList<>();

    /// Whether a document has a word, not how often nor where.
    private static FieldType words() {
        var type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }

    /// The document of a literal.
    ///
    /// @param reader stands at the literal
    /// @return used until the next one is made
    List<IndexableField> of(long literal, TermReader reader, LabelMarks marks) {
        String text = reader.text();
        String tag = reader.language().toLowerCase(Locale.ROOT);
        fields.clear();
        id.setLongValue(literal);
        fields.add(id);
        boolean isEnglish = tag.startsWith("en");
        if (!isEnglish) {
            add(german, text);
        }
        if (isEnglish || tag.isEmpty()) {
            add(english, text);
        }
        add(language, tag.isEmpty() ? Fields.NO_LANGUAGE : tag);
        if (text.length() >= TextAnalysis.SHORTEST_COMPOUND) {
            add(longWords, text);
        }
        boolean label = marks.isLabel(literal);
        if ((label || marks.isCode(literal)) && text.length() <= LONGEST_EXACT) {
            add(exact, TextAnalysis.exact(text));
        }
        if (label) {
            add(words, text);
            add(beginnings, text);
            weight.setLongValue(marks.isTermLabel(literal) ? 2 : 1);
            fields.add(weight);
        }
        return fields;
    }

    private void add(Field field, String text) {
        field.setStringValue(text);
        fields.add(field);
    }
}
