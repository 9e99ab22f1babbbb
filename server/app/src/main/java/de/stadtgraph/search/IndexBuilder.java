package de.stadtgraph.search;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FloatDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/// Writes the index of one state: anew, or from that of another state, of which only the things of changed datasets are
/// read. Holds the IRIs of the things it reads.
final class IndexBuilder {
    private static final double BUFFER_MEGABYTES = 48;
    private static final int SHORTEST_PART = 4;
    private static final int MOST_PARTS = 20_000;

    private final IndexContent content;
    private final Map<String, Long> releases;
    private final BooleanSupplier stopped;

    /// @param graphs what the names of graphs begin with
    /// @param stopped whether the index is no longer wanted
    IndexBuilder(Searched state, String graphs, BooleanSupplier stopped) {
        this.content = new IndexContent(state.data(), graphs);
        this.releases = state.releases();
        this.stopped = stopped;
    }

    /// Writes it anew.
    ///
    /// @throws CancellationException when it is no longer wanted; then there is none
    void write(Directory directory) throws IOException {
        Set<Node> things = content.things();
        List<Node> words = things.stream().filter(IndexContent::isWord).toList();
        try (var writer = new IndexWriter(directory, settings(words, IndexWriterConfig.OpenMode.CREATE))) {
            for (Node thing : things) {
                IndexContent.Kept kept = read(thing);
                if (kept.isFindable()) {
                    writer.addDocument(document(thing, kept));
                }
            }
            writer.forceMerge(1);
            commit(writer, lenders(words));
        }
    }

    /// Renews the index of another state.
    ///
    /// @param directory a copy of that index
    /// @param before what that index has read
    /// @return false if that is not possible or not worth it: because words have changed by which things of other
    ///     datasets are found, or most things have changed. Then the directory is as it was.
    /// @throws CancellationException when it is no longer wanted; then the directory is as it was
    boolean renew(Directory directory, IndexMarks before) throws IOException {
        Set<String> changed = before.changed(releases);
        Optional<Set<Node>> indexed = indexed(directory, changed);
        if (indexed.isEmpty()) {
            return false;
        }
        Set<Node> things = indexed.get();
        for (String dataset : changed) {
            if (before.lenders().contains(dataset) || content.lendsLabels(dataset)) {
                return false;
            }
            things.addAll(content.subjects(dataset));
        }
        if (things.stream().anyMatch(IndexContent::isWord)) {
            return false;
        }
        List<Node> words = before.lenders().stream()
                .flatMap(dataset -> content.subjects(dataset).stream())
                .filter(IndexContent::isWord)
                .distinct()
                .toList();
        try (var writer = new IndexWriter(directory, settings(words, IndexWriterConfig.OpenMode.APPEND))) {
            try {
                for (Node thing : things) {
                    renew(writer, thing);
                }
            } catch (CancellationException e) {
                writer.rollback();
                throw e;
            }
            writer.forceMergeDeletes();
            commit(writer, before.lenders());
        }
        return true;
    }

    /// The things that an index has of some datasets; nothing if they are more than half of all.
    private static Optional<Set<Node>> indexed(Directory directory, Set<String> datasets) throws IOException {
        var any = new BooleanQuery.Builder();
        datasets.forEach(each -> any.add(new TermQuery(new Term(Fields.DATASET, each)), BooleanClause.Occur.SHOULD));
        try (var reader = DirectoryReader.open(directory)) {
            var searcher = new IndexSearcher(reader);
            int count = searcher.count(any.build());
            if (count > reader.numDocs() / 2) {
                return Optional.empty();
            }
            Set<Node> things = new LinkedHashSet<>();
            for (ScoreDoc each : searcher.search(any.build(), Math.max(1, count)).scoreDocs) {
                Document document = reader.storedFields().document(each.doc, Set.of(Fields.IRI));
                things.add(NodeFactory.createURI(document.get(Fields.IRI)));
            }
            return Optional.of(things);
        }
    }

    private void renew(IndexWriter writer, Node thing) throws IOException {
        IndexContent.Kept kept = read(thing);
        var former = new Term(Fields.IRI, thing.getURI());
        if (kept.isFindable()) {
            writer.updateDocument(former, document(thing, kept));
        } else {
            writer.deleteDocuments(former);
        }
    }

    private IndexContent.Kept read(Node thing) {
        if (stopped.getAsBoolean()) {
            throw new CancellationException("the index of the text is no longer wanted");
        }
        return content.of(thing);
    }

    private IndexWriterConfig settings(List<Node> words, IndexWriterConfig.OpenMode mode) {
        return new IndexWriterConfig(TextAnalysis.writing(parts(words)))
                .setOpenMode(mode)
                .setCommitOnClose(false)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES);
    }

    private void commit(IndexWriter writer, Set<String> lenders) throws IOException {
        writer.setLiveCommitData(new IndexMarks(releases, lenders).asText().entrySet());
        writer.commit();
    }

    /// The datasets that say something of the things whose labels are words, and those with labels that links lead to.
    private Set<String> lenders(List<Node> words) {
        Set<String> lenders = new HashSet<>();
        words.forEach(word -> lenders.addAll(content.of(word).datasets));
        releases.keySet().stream().filter(content::lendsLabels).forEach(lenders::add);
        return lenders;
    }

    /// The words of the labels of concepts, classes and areas: with them a compound word is taken apart, so that
    /// `Platz` finds `Spielplatz`.
    private CharArraySet parts(List<Node> words) {
        var parts = new CharArraySet(1000, true);
        for (Node word : words) {
            IndexContent.Kept kept = content.of(word);
            if (parts.size() < MOST_PARTS && !kept.types.isEmpty()) {
                for (Node label : kept.labels) {
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
