package de.stadtgraph.rml.profile;

import de.stadtgraph.rml.rules.Format;
import de.stadtgraph.rml.rules.LogicalSource;
import de.stadtgraph.rml.rules.Unpivot;
import de.stadtgraph.rml.source.FieldCount;
import de.stadtgraph.rml.source.ReadOutcome;
import de.stadtgraph.rml.source.RecordSource;
import de.stadtgraph.rml.source.Reference;
import de.stadtgraph.rml.source.SourceFormat;
import de.stadtgraph.rml.source.SourceRecord;
import de.stadtgraph.rml.source.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// One reading of the records of a file. Immutable once read.
///
/// @param records that were read
/// @param broken that cannot be read
/// @param isComplete whether the file ended before the limit
/// @param notes what a person must decide of the records, one sentence each
/// @param key indexes of the fields that together tell records apart; empty where none do
record RecordPass(
        long records,
        long broken,
        boolean isComplete,
        List<FieldProfile> fields,
        List<SampleRecord> sample,
        List<Integer> key,
        List<String> notes) {

    /// The same of the first fields only.
    RecordPass narrowed(int width) {
        List<SampleRecord> cut = sample.stream()
                .map(record -> new SampleRecord(
                        record.number(),
                        record.cells().subList(0, Math.min(width, record.cells().size())),
                        record.values().subList(0, width)))
                .toList();
        return new RecordPass(records, broken, isComplete, fields.subList(0, width), cut, key, notes);
    }

    /// The names of all fields that occur.
    static List<String> inventory(LogicalSource source, ProfileLimits limits) throws IOException {
        try (RecordSource records = SourceFormat.open(source)) {
            Optional<ReadOutcome> next = records.next();
            for (int count = 0; next.isPresent() && count < limits.records(); count++) {
                next = records.next();
            }
            return records.fields().stream().map(FieldCount::field).toList();
        }
    }

    static RecordPass read(SourceShape shape, ProfileLimits limits) throws IOException {
        Reader reader = new Reader(shape, limits);
        try (RecordSource records = SourceFormat.open(shape.source(), reader.references)) {
            Optional<ReadOutcome> next = records.next();
            while (next.isPresent() && reader.records < limits.records()) {
                reader.take(next.get());
                next = records.next();
            }
            reader.count();
            return reader.pass(next.isEmpty());
        }
    }

    /// Counts while records pass: some records at a time, in all fields at once.
    private static final class Reader {
        private static final int MOST_DISTINCT = 4_000_000;
        private static final int LONGEST_SAMPLE = 1 << 20;
        private static final int RECORDS_AT_ONCE = 512;
        private static final int CHARACTERS_AT_ONCE = 1 << 20;
        private final SourceShape shape;
        private final List<Reference> references = new ArrayList<>();
        private final List<FieldTally> tallies = new ArrayList<>();
        private final SampleChoice sample;
        private final KeySearch keys;
        private final TotalRows totals = new TotalRows();
        private final Optional<Reference> whole;
        private final List<Waiting> waiting = new ArrayList<>();
        private int waitingCharacters;
        private long records;
        private long broken;

        /// A record whose values are not counted yet.
        private record Waiting(boolean isFirst, long number, SourceRecord record, List<List<String>> values) {}

        Reader(SourceShape shape, ProfileLimits limits) {
            this.shape = shape;
            this.sample = new SampleChoice(limits.sample());
            this.keys = new KeySearch(limits.distinct());
            LogicalSource source = shape.source();
            // The memory for different values is shared by all fields.
            int distinct = Math.max(
                    1_000,
                    Math.min(
                            limits.distinct(),
                            MOST_DISTINCT / shape.references().size()));
            ProfileLimits shared = limits.withDistinct(distinct);
            for (int i = 0; i < shape.references().size(); i++) {
                String reference = shape.references().get(i);
                references.add(SourceFormat.reference(source, shape.references(), reference, 0));
                tallies.add(new FieldTally(shape.fields().get(i), reference, shared));
            }
            this.whole = source.format() == Format.JSON
                    ? Optional.of(SourceFormat.reference(source, List.of(), "$", 0))
                    : Optional.empty();
        }

        void take(ReadOutcome outcome) {
            switch (outcome) {
                case ReadOutcome.Broken _ -> broken++;
                case ReadOutcome.Read read -> take(read.number(), read.record());
            }
        }

        private void take(long number, SourceRecord record) {
            List<List<String>> values = new ArrayList<>(references.size());
            for (Reference reference : references) {
                List<String> texts = texts(record.values(reference));
                values.add(texts);
                for (String text : texts) {
                    waitingCharacters += text.length();
                }
            }
            waiting.add(new Waiting(++records == 1, number, record, values));
            if (waiting.size() == RECORDS_AT_ONCE || waitingCharacters > CHARACTERS_AT_ONCE) {
                count();
            }
        }

        /// Counts the records that wait. Each field is one thread's affair; what concerns whole records follows in
        /// their
        /// order.
        void count() {
            var forms = new ValueForm[waiting.size()][tallies.size()];
            IntStream.range(0, tallies.size()).parallel().forEach(field -> {
                for (int i = 0; i < forms.length; i++) {
                    forms[i][field] =
                            tallies.get(field).add(waiting.get(i).values().get(field));
                }
            });
            for (int i = 0; i < forms.length; i++) {
                Waiting record = waiting.get(i);
                keys.add(record.values());
                totals.add(record.number(), record.values());
                List<String> cells = cells(record.record(), record.values());
                if (record.isFirst() || cells.stream().mapToInt(String::length).sum() <= LONGEST_SAMPLE) {
                    sample.offer(new SampleRecord(record.number(), cells, record.values()), List.of(forms[i]));
                }
            }
            waiting.clear();
            waitingCharacters = 0;
        }

        private static List<String> texts(List<Value> values) {
            if (values.isEmpty()) {
                return List.of();
            }
            List<String> texts = new ArrayList<>(values.size());
            for (Value value : values) {
                if (!value.text().isEmpty()) {
                    texts.add(value.text());
                }
            }
            return texts;
        }

        private List<String> cells(SourceRecord record, List<List<String>> values) {
            if (whole.isPresent()) {
                return record.values(whole.get()).stream().map(Value::text).toList();
            }
            return shape.isTable()
                    ? values.stream()
                            .map(cell -> cell.isEmpty() ? "" : cell.getFirst())
                            .toList()
                    : List.of();
        }

        /// The field that holds what a wide table's cells say; it tells nothing apart. -1 where there is none.
        private int value() {
            Unpivot unpivot = shape.source().dialect().unpivot();
            return unpivot == null ? -1 : shape.references().indexOf(unpivot.valueField());
        }

        RecordPass pass(boolean complete) {
            List<FieldProfile> fields =
                    tallies.stream().map(tally -> tally.profile(records)).toList();
            return new RecordPass(
                    records,
                    broken,
                    complete,
                    fields,
                    sample.chosen(),
                    keys.key(fields, value()),
                    totals.notes(records, tallies));
        }
    }
}
