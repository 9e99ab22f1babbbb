package de.stadtgraph.search;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FloatDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/// Writes the index of one state. Reads every thing once; holds the IRIs of all things.
final class IndexBuilder {
    /// Mark of a finished index, with the version of what it keeps and how.
    static final String MARK = "stadtgraph";

    static final String VERSION = "1";

    private static final double BUFFER_MEGABYTES = 48;
    private static final int SHORTEST_PART = 4;
    private static final int MOST_PARTS = 20_000;

    private final IndexContent content;

    private final BooleanSupplier stopped;

    /// @param graphs what the names of graphs begin with
    /// @param stopped whether the index is no longer wanted
    IndexBuilder(DatasetGraph data, String graphs, BooleanSupplier stopped) {
        this.content = new IndexContent(data, graphs);
        this.stopped = stopped;
    }

    /// @return number of things in the index
    /// @throws CancellationException when it is no longer wanted; then there is none
    long write(Directory directory) throws IOException {
        Set<Node> things = content.things();
        var settings = new IndexWriterConfig(TextAnalysis.writing(parts(things)));
        settings.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        settings.setCommitOnClose(false);
        settings.setRAMBufferSizeMB(BUFFER_MEGABYTES);
        long count = 0;
        try (var writer = new IndexWriter(directory, settings)) {
            for (Node thing : things) {
                if (stopped.getAsBoolean()) {
                    throw new CancellationException("the index of the text is no longer wanted");
                }
                IndexContent.Kept kept = content.of(thing);
                if (kept.isFindable()) {
                    writer.addDocument(document(thing, kept));
                    count++;
                }
            }
            writer.forceMerge(1);
            writer.setLiveCommitData(Map.of(MARK, VERSION).entrySet());
            writer.commit();
        }
        return count;
    }

    /// The words of the labels of concepts, classes and areas: with them a compound word is taken apart, so that
    /// `Platz` finds `Spielplatz`.
    private CharArraySet parts(Set<Node> things) {
        var parts = new CharArraySet(1000, true);
        for (Node thing : things) {
            boolean word = thing.getURI().contains("/kos/") || thing.getURI().contains("/def/");
            if (word && parts.size() < MOST_PARTS) {
                for (Node label : content.of(thing).labels) {
                    addWords(parts, label.getLiteralLexicalForm());
                }
            }
        }
        Words.GERMAN.forEach(parts::add);
        return parts;
    }

    private static void addWords(CharArraySet parts, String label) {
        for (String word : label.split("[^\\p{L}]+", -1)) {
            if (word.length() >= SHORTEST_PART) {
                parts.add(word.toLowerCase(Locale.GERMAN));
            }
        }
    }

    private static Document document(Node thing, IndexContent.Kept kept) {
        var document = new Document();
        document.add(new StringField(Fields.IRI, thing.getURI(), Field.Store.YES));
        kept.codes.forEach(code -> exact(document, code));
        kept.labels.forEach(label -> label(document, label));
        kept.otherLabels.forEach(label -> label(document, label));
        StringBuilder shown = new StringBuilder();
        for (Node text : kept.texts) {
            String words = text.getLiteralLexicalForm();
            boolean english = text.getLiteralLanguage().startsWith("en");
            document.add(new TextField(english ? Fields.TEXT_EN : Fields.TEXT_DE, words, Field.Store.NO));
            if (shown.indexOf(words) < 0) {
                shown.append(shown.isEmpty() ? "" : " · ").append(words);
            }
        }
        document.add(new StoredField(Fields.SHOWN, shown.toString()));
        facets(document, kept);
        boolean term = !kept.scheme.isEmpty() || thing.getURI().contains("/def/");
        document.add(new FloatDocValuesField(Fields.WEIGHT, term ? 2 : 1));
        return document;
    }

    private static void exact(Document document, String code) {
        document.add(new StringField(Fields.EXACT, TextAnalysis.exact(code), Field.Store.NO));
    }

    private static void label(Document document, Node label) {
        String text = label.getLiteralLexicalForm();
        boolean english = label.getLiteralLanguage().startsWith("en");
        document.add(new TextField(english ? Fields.LABEL_EN : Fields.LABEL_DE, text, Field.Store.NO));
        document.add(new TextField(Fields.BEGINNING, text, Field.Store.NO));
        document.add(new StoredField(Fields.SHOWN_LABEL, label.getLiteralLanguage() + "\n" + text));
        exact(document, text);
        for (String word : text.split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                document.add(new StringField(Fields.WORD, word.toLowerCase(Locale.GERMAN), Field.Store.NO));
            }
        }
    }

    private static void facets(Document document, IndexContent.Kept kept) {
        kept.types.forEach(type -> facet(document, Fields.TYPE, type));
        kept.datasets.forEach(dataset -> facet(document, Fields.DATASET, dataset));
        kept.districts.forEach(district -> facet(document, Fields.DISTRICT, district));
        if (!kept.scheme.isEmpty()) {
            document.add(new StringField(Fields.SCHEME, kept.scheme, Field.Store.YES));
        }
    }

    private static void facet(Document document, String field, String value) {
        document.add(new StringField(field, value, Field.Store.YES));
        document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
    }
}
