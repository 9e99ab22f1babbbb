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
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// The parent side of a join: what it offers, by key. What the heap's share cannot hold lies in files.
///
/// @param <T> what is offered: terms, or values for fields
public final class Lookup<T> {
    /// A key of so many parents is none that tells records apart.
    private static final int MANY = 1_000;

    /// Keys that are known without asking the table: a power of two.
    private static final int KNOWN = 1 << 13;

    /// Pairs by such keys, at most.
    private static final long MOST_PAIRS = 10_000_000;

    private final Relation child;
    private final Relation parent;
    private final List<Expression> keys;
    private final Offer<T> offer;
    private final Packed<T> packed;
    private final JoinTable table = new JoinTable();
    private final AtomicLong pairs = new AtomicLong();
    private @Nullable Direct direct;
    /// Keys that offer one thing each and have offered it, wherever another one has not taken their place.
    private final AtomicReferenceArray<byte[]> known = new AtomicReferenceArray<>(KNOWN);

    private volatile @Nullable Filling filling;
    private boolean fed;

    /// What a row of the parent offers.
    @FunctionalInterface
    interface Offer<T> {
        List<T> of(Row row, Findings findings);
    }

    /// The direct way to keys and offers that are IRIs.
    ///
    /// @param key the slot of the only key
    /// @param needed slots of key and subject
    /// @param ofKey whether the subject is made of the key alone, so that each key offers one
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Direct(RecordRelation relation, int key, TermWriter writer, int[] needed, boolean ofKey) {}

    /// Reads the parent's source and offers it all.
    @FunctionalInterface
    public interface Filling {
        void run(Lookup<?> lookup) throws IOException;
    }

    /// @param child whose rows ask
    Lookup(Relation child, Relation parent, List<Expression> keys, Offer<T> offer, Packed<T> packed) {
        this.child = child;
        this.parent = parent;
        this.keys = keys;
        this.offer = offer;
        this.packed = packed;
    }

    /// Takes records straight from their bytes where that is possible.
    void takeDirectly(Direct way) {
        direct = way;
    }

    /// Whether records of the relation ask it.
    boolean isAskedIn(RecordRelation relation) {
        return child.root() == relation;
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

    /// Whether it is filled while its source is scanned.
    public boolean isFed() {
        return fed;
    }

    void feed() {
        fed = true;
    }

    /// It is filled when it is first asked.
    public void fillWhenAsked(Filling later) {
        filling = later;
    }

    private void fillIfDue() {
        if (filling != null) {
            fillNow();
        }
    }

    private synchronized void fillNow() {
        Filling due = filling;
        if (due != null) {
            try {
                due.run(this);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            filling = null;
        }
    }

    /// Something that takes records of the parent's source apart, for one thread.
    public Offers offers() {
        return new Offers();
    }

    /// What records of the parent's source offer. Not thread-safe.
    public final class Offers {
        private final @Nullable Direct way = direct;
        private final Cells cells = new Cells(way == null ? 0 : way.relation().slots());
        private final Lines subject = new Lines(1 << 8);
        private final List<byte[]> offeredKeys = new ArrayList<>();
        private final List<byte[]> pieces = new ArrayList<>();
        /// Those pieces that are made of their key alone.
        private final BitSet ofKey = new BitSet();

        private Offers() {}

        /// Takes one record.
        public void take(SourceRecord record, long number) {
            if (way != null && isTaken(record, way)) {
                return;
            }
            for (Row row : parent.rows(record, number, Findings.ignored())) {
                List<T> offered = offer.of(row, Findings.ignored());
                for (List<String> key : keys(keys, row, Findings.ignored())) {
                    offered.forEach(one -> add(bytes(key), packed.pack(one)));
                }
            }
        }

        /// Takes a record by its bytes; false where its terms are needed.
        private boolean isTaken(SourceRecord record, Direct direct) {
            if (!direct.relation().fill(record, direct.needed(), cells)) {
                return false;
            }
            int slot = direct.key();
            if (!cells.has(slot)) {
                return true;
            }
            byte[] bytes = cells.bytes(slot);
            int from = cells.from(slot);
            int to = cells.to(slot);
            if (direct.ofKey() && isKnown(bytes, from, to)) {
                return true;
            }
            subject.cut(0);
            TermWriter.Outcome outcome = direct.writer().write(cells, subject);
            if (outcome == TermWriter.Outcome.WRITTEN) {
                ofKey.set(pieces.size(), direct.ofKey());
                add(Arrays.copyOfRange(bytes, from, to), Packed.Terms.pack(subject));
            }
            return outcome != TermWriter.Outcome.LEFT;
        }

        private void add(byte[] key, byte[] piece) {
            offeredKeys.add(key);
            pieces.add(piece);
        }

        /// Hands over what was taken; by one thread at a time, in the order of the records.
        public void store() {
            for (int i = 0; i < pieces.size(); i++) {
                byte[] key = offeredKeys.get(i);
                // Whoever offered something for the key offered this, too.
                boolean isStored = ofKey.get(i) && table.first(key, 0, key.length) != 0;
                if (!isStored) {
                    table.add(key, pieces.get(i), packed.isDistinct());
                }
                if (ofKey.get(i)) {
                    known.setRelease(place(key, 0, key.length), key);
                }
            }
        }
    }

    private boolean isKnown(byte[] bytes, int from, int to) {
        byte[] key = known.getAcquire(place(bytes, from, to));
        return key != null && Arrays.equals(key, 0, key.length, bytes, from, to);
    }

    private static int place(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        return (hash ^ (hash >>> 13)) & (KNOWN - 1);
    }

    /// What fits a row of the child, in the order of the parent's records.
    List<T> matches(List<Expression> childKeys, Row row, Findings findings) {
        fillIfDue();
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
        fillIfDue();
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
