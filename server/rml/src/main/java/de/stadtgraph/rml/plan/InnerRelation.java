package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.rules.Format;
import de.stadtgraph.rml.source.Reference;
import de.stadtgraph.rml.source.SourceFormat;
import de.stadtgraph.rml.source.SourceRecord;
import de.stadtgraph.rml.source.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Records that lie inside a value or record, as an iterable field finds them.
final class InnerRelation implements Relation {
    private final RecordRelation root;
    private final Format format;
    private final String within;
    private final List<Reference> references = new ArrayList<>();

    InnerRelation(RecordRelation root, Format format, String within) {
        this.root = root;
        this.format = format;
        this.within = within;
    }

    Format format() {
        return format;
    }

    @Override
    public int slot(String reference, long line) {
        references.add(reference(reference, line));
        return references.size() - 1;
    }

    Reference reference(String text, long line) {
        return SourceFormat.inner(format, root.source().namespaces(), text, line);
    }

    @Override
    public SortedSet<String> fields(int slot) {
        return new TreeSet<>(List.of(within));
    }

    @Override
    public int slots() {
        return references.size();
    }

    @Override
    public List<Row> rows(SourceRecord record, long number, Findings findings) {
        List<List<Value>> values = new ArrayList<>(references.size());
        references.forEach(reference -> values.add(record.values(reference)));
        return List.of(new Row(values, number - 1));
    }

    @Override
    public RecordRelation root() {
        return root;
    }
}
