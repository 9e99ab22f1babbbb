package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.plan.Findings.Place;
import de.stadtgraph.rml.rules.Format;
import de.stadtgraph.rml.rules.LogicalSource;
import de.stadtgraph.rml.source.Cells;
import de.stadtgraph.rml.source.ReadOutcome;
import de.stadtgraph.rml.source.RecordSource;
import de.stadtgraph.rml.source.SourceFormat;
import de.stadtgraph.rml.source.SourceRecord;
import de.stadtgraph.rml.source.Value;
import de.stadtgraph.rml.term.Lines;
import java.io.IOException;
import java.nio.file.Files;
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

    /// Whether the source can be read twice at no great cost, and is worth it.
    ///
    /// @param table the size of a table from which on it is
    /// @param tree that of JSON or XML
    public boolean isWorthProof(long table, long tree) throws IOException {
        boolean isTree = source.format() == Format.JSON || source.format() == Format.XML;
        return source.format() != Format.SQL
                && SourceFormat.isPlain(source)
                && Files.size(source.file()) >= (isTree ? tree : table)
                && !gainers().isEmpty();
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

        private Evaluator() {
            cells = maps.stream().map(map -> new Cells(map.slots())).toArray(Cells[]::new);
        }

        /// Evaluates one record; the quads count only if no finding concerns the whole record.
        public RecordStatus evaluate(ReadOutcome.Read read, Findings findings, PlanOutput out) {
            if (!rows.isEmpty()) {
                rows.clear();
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

        /// The subject of one record in one triples map; false where it cannot be told by bytes alone.
        public boolean subject(int triplesMap, ReadOutcome.Read read, Lines into) {
            int index = 0;
            while (maps.get(index).number() != triplesMap) {
                index++;
            }
            TriplesPlan map = maps.get(index);
            into.cut(0);
            TermWriter writer = map.subject().writer();
            return writer != null
                    && map.relation() instanceof RecordRelation records
                    && records.fill(read.record(), map.subjectNeeds(), cells[index])
                    && writer.write(cells[index], into) != TermWriter.Outcome.LEFT;
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
