package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.plan.Findings.Place;
import de.stadtgraph.rml.rules.LogicalSource;
import de.stadtgraph.rml.source.Cells;
import de.stadtgraph.rml.source.ReadOutcome;
import de.stadtgraph.rml.source.RecordSource;
import de.stadtgraph.rml.source.Reference;
import de.stadtgraph.rml.source.SourceFormat;
import de.stadtgraph.rml.source.SourceRecord;
import de.stadtgraph.rml.source.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/// What is done with each record of one source: all triples maps over it, in the order of the mapping.
///
/// Thread-safe once it is decided what may repeat; an [Evaluator] is for one thread.
public final class ScanPlan {
    private final int number;
    private final RecordRelation root;
    private final LogicalSource source;
    private final SortedSet<String> used;
    private final List<TriplesPlan> maps;
    private final List<Key> keys;
    private final List<Lookup<?>> filled = new ArrayList<>();

    /// Slots of a relation that are unique together.
    record Key(Relation relation, List<Integer> slots, Place place) {}

    ScanPlan(int number, RecordRelation root, SortedSet<String> used, List<TriplesPlan> maps, List<Key> keys) {
        this.number = number;
        this.root = root;
        this.source = root.source();
        this.used = used;
        this.maps = List.copyOf(maps);
        this.keys = List.copyOf(keys);
    }

    LogicalSource source() {
        return source;
    }

    RecordRelation root() {
        return root;
    }

    /// The number of its source in the order of the mapping.
    public int number() {
        return number;
    }

    /// The scan fills the lookup, too.
    void fills(Lookup<?> lookup) {
        lookup.feed();
        filled.add(lookup);
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
        List<Reference> asked = root.asked();
        filled.forEach(lookup -> asked.addAll(lookup.root().asked()));
        return SourceFormat.open(source, asked);
    }

    /// Whether some rule uses the field of the source, or a node that contains it.
    public boolean uses(String field) {
        return used.stream().anyMatch(path -> SourceFormat.covers(source.format(), path, field));
    }

    /// The values of a record's fields that rules use, by field.
    public Map<String, List<String>> values(SourceRecord record) {
        return root.values(record);
    }

    /// Something that evaluates records, for one thread.
    public Evaluator evaluator() {
        return new Evaluator();
    }

    /// Those triples maps whose lines need no comparing if no two records have the same subject, by number.
    public List<Integer> gainers() {
        return maps.stream()
                .filter(TriplesPlan::gainsByUniqueSubjects)
                .map(TriplesPlan::number)
                .toList();
    }

    /// Whether a second reading gives the same records and costs little.
    public boolean isReadAgain() throws IOException {
        return source.format().isFile() && SourceFormat.isPlain(source);
    }

    /// Decides for all triples maps what may repeat.
    ///
    /// @param unique numbers of those whose subjects are proven to be unique
    public void decide(Set<Integer> unique) {
        maps.forEach(map -> map.decide(unique));
    }

    /// Evaluates records one by one. Not thread-safe.
    public final class Evaluator {
        /// One for each triples map.
        private final Cells[] cells;
        private final Map<Relation, List<Row>> rows = new HashMap<>();
        private final List<Lookup<?>.Offers> offers = new ArrayList<>(filled.size());

        private Evaluator() {
            cells = new Cells[maps.size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = new Cells(maps.get(i).slots());
            }
            for (Lookup<?> lookup : filled) {
                offers.add(lookup.offers());
            }
        }

        /// What the records evaluated so far offer to lookups.
        public List<Lookup<?>.Offers> offers() {
            return offers;
        }

        /// Evaluates one record; the quads count only if no finding concerns the whole record.
        public RecordStatus evaluate(ReadOutcome.Read read, Findings findings, PlanOutput out) {
            if (!rows.isEmpty()) {
                rows.clear();
            }
            for (Lookup<?>.Offers some : offers) {
                some.take(read.record(), read.number());
            }
            tellKeys(read, findings, out);
            boolean mapped = false;
            boolean skipped = maps.isEmpty();
            for (int i = 0; i < maps.size(); i++) {
                TriplesPlan map = maps.get(i);
                if (map.relation() instanceof RecordRelation records && map.isDirect()) {
                    boolean filled = records.fill(read.record(), map.needed(), cells[i]);
                    RecordStatus status = map.evaluate(
                            () -> rows(records, read, findings).getFirst(), filled ? cells[i] : null, findings, out);
                    mapped |= status == RecordStatus.MAPPED;
                    skipped |= status == RecordStatus.SKIPPED;
                    continue;
                }
                List<Row> mine = rows(map.relation(), read, findings);
                skipped |= mine.isEmpty();
                for (Row row : mine) {
                    boolean filled = map.isDirect() && row.fill(map.needed(), cells[i]);
                    RecordStatus status = map.evaluate(() -> row, filled ? cells[i] : null, findings, out);
                    mapped |= status == RecordStatus.MAPPED;
                    skipped |= status == RecordStatus.SKIPPED;
                }
            }
            return mapped ? RecordStatus.MAPPED : skipped ? RecordStatus.SKIPPED : RecordStatus.NO_SUBJECT;
        }

        private void tellKeys(ReadOutcome.Read read, Findings findings, PlanOutput out) {
            for (int i = 0; i < keys.size(); i++) {
                Key key = keys.get(i);
                for (Row row : rows(key.relation(), read, findings)) {
                    String text = text(key, row);
                    if (!text.isEmpty()) {
                        out.key(i, key.place(), text);
                    }
                }
            }
        }

        private List<Row> rows(Relation relation, ReadOutcome.Read read, Findings findings) {
            List<Row> known = rows.get(relation);
            if (known == null) {
                known = relation.rows(read.record(), read.number(), findings);
                rows.put(relation, known);
            }
            return known;
        }
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
