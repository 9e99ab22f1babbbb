package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.rules.LogicalSource;
import de.stadtgraph.rml.source.Cells;
import de.stadtgraph.rml.source.RecordSource;
import de.stadtgraph.rml.source.Reference;
import de.stadtgraph.rml.source.SourceFormat;
import de.stadtgraph.rml.source.SourceRecord;
import de.stadtgraph.rml.source.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// The records of a source as rows: one row a record, one slot a reference.
final class RecordRelation implements Relation {
    private final LogicalSource source;
    private final List<String> columns;
    private final Map<String, Integer> slots = new LinkedHashMap<>();
    private final List<Reference> references = new ArrayList<>();
    private final List<Reference> iterators = new ArrayList<>();
    private final SortedSet<String> iterated = new TreeSet<>();

    RecordRelation(LogicalSource source, List<String> columns) {
        this.source = source;
        this.columns = columns;
    }

    LogicalSource source() {
        return source;
    }

    @Override
    public int slot(String reference, long line) {
        return slots.computeIfAbsent(reference, text -> {
            references.add(reference(text, line));
            return references.size() - 1;
        });
    }

    Reference reference(String text, long line) {
        return SourceFormat.reference(source, columns, text, line);
    }

    /// Opens the source for what is asked of it.
    RecordSource open() throws IOException {
        return SourceFormat.open(source, asked());
    }

    /// Whether the source still has the columns that the references were found in.
    boolean isUpToDate() throws IOException {
        return SourceFormat.columns(source).equals(columns);
    }

    /// Everything that is asked of its records.
    List<Reference> asked() {
        List<Reference> asked = new ArrayList<>(references);
        asked.addAll(iterators);
        return asked;
    }

    /// Notes that the fields of a reference are used although no slot shows them.
    void use(Reference reference) {
        iterated.add(reference.field());
        iterators.add(reference);
    }

    /// Every field of the source that is used.
    SortedSet<String> used() {
        SortedSet<String> used = new TreeSet<>(iterated);
        references.forEach(reference -> used.add(reference.field()));
        return used;
    }

    /// The values of a record by the field that holds them.
    Map<String, List<String>> values(SourceRecord record) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Reference reference : references) {
            values.put(
                    reference.field(),
                    record.values(reference).stream().map(Value::text).toList());
        }
        return values;
    }

    @Override
    public SortedSet<String> fields(int slot) {
        return new TreeSet<>(List.of(references.get(slot).field()));
    }

    @Override
    public int slots() {
        return references.size();
    }

    /// Fills the slots from a record; false if one of them has several values.
    boolean fill(SourceRecord record, int[] wanted, Cells cells) {
        for (int slot : wanted) {
            if (!record.fill(references.get(slot), cells, slot)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<Row> rows(SourceRecord record, long number, Findings findings) {
        List<List<Value>> values = new ArrayList<>(references.size());
        for (Reference reference : references) {
            values.add(record.values(reference));
        }
        return List.of(new Row(values, number - 1));
    }

    @Override
    public RecordRelation root() {
        return this;
    }
}
