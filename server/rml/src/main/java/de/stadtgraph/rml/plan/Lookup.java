package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.rules.LogicalSource;
import de.stadtgraph.rml.source.BrokenSourceException;
import de.stadtgraph.rml.source.Cells;
import de.stadtgraph.rml.source.RecordSource;
import de.stadtgraph.rml.source.Reference;
import de.stadtgraph.rml.source.SourceFormat;
import de.stadtgraph.rml.source.SourceRecord;
import de.stadtgraph.rml.source.Value;
import de.stadtgraph.rml.term.Lines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The parent side of a join: what it offers, by key. What the heap's share cannot hold lies in files.
///
/// @param <T> what is offered: terms, or values for fields
public final class Lookup<T> {
    /// A key of so many parents is none that tells records apart.
    private static final int MANY = 1_000;

    /// Pairs by such keys, at most.
    private static final long MOST_PAIRS = 10_000_000;

    private final Relation parent;
    private final List<Expression> keys;
    private final Offer<T> offer;
    private final Packed<T> packed;
    private final JoinTable table = new JoinTable();
    private final AtomicLong pairs = new AtomicLong();
    private @Nullable Direct direct;

    /// What a row of the parent offers.
    @FunctionalInterface
    interface Offer<T> {
        List<T> of(Row row, Findings findings);
    }

    /// The direct way to keys and offers that are IRIs.
    ///
    /// @param key the slot of the only key
    /// @param needed slots of key and subject
    /// @param cells of the present record
    /// @param subject of the present record
    private record Direct(
            RecordRelation relation, int key, TermWriter writer, List<Integer> needed, Cells cells, Lines subject) {}

    Lookup(Relation parent, List<Expression> keys, Offer<T> offer, Packed<T> packed) {
        this.parent = parent;
        this.keys = keys;
        this.offer = offer;
        this.packed = packed;
    }

    /// Takes records straight from their bytes where that is possible: the parent's subject is made by a writer.
    void takeDirectly(RecordRelation relation, int key, TermWriter subject, Set<Integer> needed) {
        direct = new Direct(relation, key, subject, List.copyOf(needed), new Cells(relation.slots()), new Lines());
    }

    JoinTable table() {
        return table;
    }

    /// The source that must be read before this can be asked.
    LogicalSource source() {
        return parent.root().source();
    }

    RecordRelation root() {
        return parent.root();
    }

    public Path file() {
        return source().file();
    }

    /// Whether it can be filled before all others.
    boolean needsNoOther() {
        return parent instanceof RecordRelation;
    }

    /// Opens the source of lookups that are filled together at its first record.
    public static RecordSource open(List<Lookup<?>> together) throws IOException {
        List<Reference> asked = new ArrayList<>();
        together.forEach(lookup -> asked.addAll(lookup.root().asked()));
        return SourceFormat.open(together.getFirst().source(), asked);
    }

    /// What is taken from now on lies there.
    public void moveTo(Room room) {
        table.moveTo(room);
    }

    /// Takes one record of the parent's source.
    public void take(SourceRecord record, long number) {
        if (direct != null && isTaken(record, direct)) {
            return;
        }
        for (Row row : parent.rows(record, number, Findings.ignored())) {
            List<T> offered = offer.of(row, Findings.ignored());
            for (List<String> key : keys(keys, row, Findings.ignored())) {
                offered.forEach(one -> table.add(bytes(key), packed.pack(one), packed.isDistinct()));
            }
        }
    }

    /// Takes a record by its bytes; false where its terms are needed.
    private boolean isTaken(SourceRecord record, Direct way) {
        Cells cells = way.cells();
        if (!way.relation().fill(record, way.needed(), cells)) {
            return false;
        }
        if (!cells.has(way.key())) {
            return true;
        }
        way.subject().cut(0);
        return switch (way.writer().write(cells, way.subject())) {
            case LEFT -> false;
            case NO_VALUE -> true;
            case WRITTEN -> {
                byte[] key = Arrays.copyOfRange(cells.bytes(way.key()), cells.from(way.key()), cells.to(way.key()));
                table.add(key, Packed.Terms.pack(way.subject()), packed.isDistinct());
                yield true;
            }
        };
    }

    /// What fits a row of the child, in the order of the parent's records.
    List<T> matches(List<Expression> childKeys, Row row, Findings findings) {
        List<List<String>> wanted = keys(childKeys, row, findings);
        List<T> matches = new ArrayList<>(2);
        for (List<String> key :
                wanted.size() == 1 ? wanted : wanted.stream().distinct().toList()) {
            byte[] bytes = bytes(key);
            notePairs(table.count(table.first(bytes, 0, bytes.length)));
            table.pieces(bytes).forEach(piece -> matches.add(packed.unpack(piece)));
        }
        return matches;
    }

    /// Whether a key has more parents than that.
    boolean hasMoreThan(int count, List<String> key) {
        byte[] bytes = bytes(key);
        return table.isLongerThan(count, table.first(bytes, 0, bytes.length));
    }

    /// Stops a run that pairs many records with many: nobody means that, and it would not end.
    ///
    /// @param parents that one record is paired with
    void notePairs(long parents) {
        if (parents > MANY && pairs.addAndGet(parents) > MOST_PAIRS) {
            String sentence =
                    "a join pairs each record with %,d of %s: more than %,d pairs; join by a key that tells these apart"
                            .formatted(parents, source().name(), MOST_PAIRS);
            throw new UncheckedIOException(new BrokenSourceException("join-product", -1, sentence));
        }
    }

    private static byte[] bytes(List<String> key) {
        if (key.size() == 1) {
            return key.getFirst().getBytes(StandardCharsets.UTF_8);
        }
        var text = new StringBuilder();
        key.forEach(part -> text.append(part.length()).append(':').append(part));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Every combination of the expressions' values; a missing value matches nothing.
    static List<List<String>> keys(List<Expression> expressions, Row row, Findings findings) {
        List<List<String>> keys = List.of(List.of());
        for (Expression expression : expressions) {
            List<List<String>> longer = new ArrayList<>();
            for (Value value : expression.evaluate(row, findings)) {
                for (List<String> key : keys) {
                    List<String> more = new ArrayList<>(key);
                    more.add(value.text());
                    longer.add(more);
                }
            }
            keys = longer;
        }
        return keys;
    }
}
