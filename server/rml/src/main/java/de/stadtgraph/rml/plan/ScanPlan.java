package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.plan.Findings.Place;
import de.stadtgraph.rml.rules.LogicalSource;
import de.stadtgraph.rml.source.RecordSource;
import de.stadtgraph.rml.source.SourceFormat;
import de.stadtgraph.rml.source.SourceRecord;
import de.stadtgraph.rml.source.Value;
import de.stadtgraph.rml.term.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/// What is done with each record of one source: all triples maps over it, in the order of the mapping.
///
/// Not thread-safe where functions are not.
public final class ScanPlan {
    private final RecordRelation root;
    private final LogicalSource source;
    private final SortedSet<String> used;
    private final List<TriplesPlan> maps;
    private final List<Key> keys;

    /// Slots of a relation that are unique together.
    record Key(Relation relation, List<Integer> slots, Place place) {}

    ScanPlan(RecordRelation root, SortedSet<String> used, List<TriplesPlan> maps, List<Key> keys) {
        this.root = root;
        this.source = root.source();
        this.used = used;
        this.maps = List.copyOf(maps);
        this.keys = List.copyOf(keys);
    }

    LogicalSource source() {
        return source;
    }

    /// The source's name.
    public String name() {
        return source.name();
    }

    public Path file() {
        return source.file();
    }

    /// Opens the source at its first record.
    public RecordSource open() throws IOException {
        return root.open();
    }

    /// Whether some rule uses the field of the source, or a node that contains it.
    public boolean uses(String field) {
        return used.stream().anyMatch(path -> SourceFormat.covers(source.format(), path, field));
    }

    /// Evaluates one record; the quads count only if no finding concerns the whole record.
    public RecordStatus evaluate(SourceRecord record, long number, Findings findings, PlanOutput out) {
        Map<Relation, List<Row>> rows = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            for (Row row : rows.computeIfAbsent(key.relation(), relation -> relation.rows(record, number, findings))) {
                String text = text(key, row);
                if (!text.isEmpty() && !out.isNewKey(i, text)) {
                    findings.record(Fault.DUPLICATE_KEY, key.place(), text.replace('\u0000', ' '));
                }
            }
        }
        boolean mapped = false;
        boolean skipped = maps.isEmpty();
        for (TriplesPlan map : maps) {
            List<Row> mine = rows.computeIfAbsent(map.relation(), relation -> relation.rows(record, number, findings));
            skipped |= mine.isEmpty();
            for (Row row : mine) {
                RecordStatus status = map.evaluate(row, findings, out);
                mapped |= status == RecordStatus.MAPPED;
                skipped |= status == RecordStatus.SKIPPED;
            }
        }
        return mapped ? RecordStatus.MAPPED : skipped ? RecordStatus.SKIPPED : RecordStatus.NO_SUBJECT;
    }

    /// The key of a row; empty where a part of it is missing.
    private static String text(Key key, Row row) {
        List<String> texts = new ArrayList<>();
        for (int slot : key.slots()) {
            for (Value value : row.values(slot)) {
                texts.add(value.text());
            }
        }
        return texts.size() == key.slots().size() ? String.join("\u0000", texts) : "";
    }
}
