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
import java.util.Objects;
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

    /// Whether the source can be read twice at no great cost, and is worth it from that size on.
    public boolean isWorthProof(long size) throws IOException {
        return source.format() != Format.SQL
                && SourceFormat.isPlain(source)
                && Files.size(source.file()) >= size
                && !gainers().isEmpty();
    }

    /// Decides for all triples maps what may repeat.
    ///
    /// @param unique numbers of those whose subjects are proven to be unique
    public void decide(Set<Integer> unique) {
        maps.forEach(map -> map.decide(unique.contains(map.number())));
    }

    /// Evaluates records one by one. Not thread-safe.
    public final class Evaluator {
        private final Map<TriplesPlan, Cells> cells = new HashMap<>();

        private Evaluator() {
            maps.forEach(map -> cells.put(map, new Cells(map.slots())));
        }

        private Cells cells(TriplesPlan map) {
            return Objects.requireNonNull(cells.get(map));
        }

        /// Evaluates one record; the quads count only if no finding concerns the whole record.
        public RecordStatus evaluate(ReadOutcome.Read read, Findings findings, PlanOutput out) {
            Map<Relation, List<Row>> rows = new HashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                Key key = keys.get(i);
                for (Row row : rows(rows, key.relation(), read, findings)) {
                    String text = text(key, row);
                    if (!text.isEmpty()) {
                        out.key(i, key.place(), text);
                    }
                }
            }
            boolean mapped = false;
            boolean skipped = maps.isEmpty();
            for (TriplesPlan map : maps) {
                if (map.relation() instanceof RecordRelation records && map.isDirect()) {
                    boolean filled = records.fill(read.record(), map.needed(), cells(map));
                    RecordStatus status = map.evaluate(
                            () -> rows(rows, records, read, findings).getFirst(),
                            filled ? cells(map) : null,
                            findings,
                            out);
                    mapped |= status == RecordStatus.MAPPED;
                    skipped |= status == RecordStatus.SKIPPED;
                    continue;
                }
                List<Row> mine = rows(rows, map.relation(), read, findings);
                skipped |= mine.isEmpty();
                for (Row row : mine) {
                    boolean filled = map.isDirect() && row.fill(map.needed(), cells(map));
                    RecordStatus status = map.evaluate(() -> row, filled ? cells(map) : null, findings, out);
                    mapped |= status == RecordStatus.MAPPED;
                    skipped |= status == RecordStatus.SKIPPED;
                }
            }
            return mapped ? RecordStatus.MAPPED : skipped ? RecordStatus.SKIPPED : RecordStatus.NO_SUBJECT;
        }

        private static List<Row> rows(
                Map<Relation, List<Row>> rows, Relation relation, ReadOutcome.Read read, Findings findings) {
            return rows.computeIfAbsent(relation, one -> one.rows(read.record(), read.number(), findings));
        }

        /// The subject of one record in one triples map; false where it cannot be told by bytes alone.
        public boolean subject(int triplesMap, ReadOutcome.Read read, Lines into) {
            TriplesPlan map = maps.stream()
                    .filter(one -> one.number() == triplesMap)
                    .findFirst()
                    .orElseThrow();
            into.cut(0);
            TermWriter writer = map.subject().writer();
            return writer != null
                    && map.relation() instanceof RecordRelation records
                    && records.fill(read.record(), map.needed(), cells(map))
                    && writer.write(cells(map), into) != TermWriter.Outcome.LEFT;
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
