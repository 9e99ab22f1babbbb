package de.stadtgraph.snapshot.build;

import de.stadtgraph.snapshot.column.Order;
import de.stadtgraph.snapshot.column.PermutationWriter;
import de.stadtgraph.snapshot.term.DictionaryWriter;
import de.stadtgraph.snapshot.term.KeyBuffer;
import de.stadtgraph.snapshot.term.TermId;
import java.nio.file.Path;
import java.util.Arrays;

/// Quads gathered in memory, sorted and written as a small index. One thread; used again after [#clear].
public final class Chunk {
    private static final int FIRST = 4096;

    private final TermTable terms;
    private final SmallNumbers predicates = new SmallNumbers(1 << QuadSort.PREDICATE_BITS);
    private final SmallNumbers graphs = new SmallNumbers(1 << QuadSort.GRAPH_BITS);
    private final int quadCapacity;
    private long[] quads = new long[FIRST];
    private int count;

    /// @param memory bytes that the chunk may take, sorting included
    public Chunk(long memory) {
        int termCapacity = (int) Math.clamp(memory * 9 / 20 / TermTable.OVERHEAD, 64, 1L << QuadSort.TERM_BITS);
        quadCapacity = Math.clamp(memory / 4 / 16, FIRST, 1 << 28);
        terms = new TermTable(termCapacity, Math.clamp(memory * 3 / 10, 4096, 1 << 30));
    }

    /// Number of a term with a key, for [#add].
    public int term(KeyBuffer key) {
        return terms.number(key);
    }

    /// Number of an inlined literal, for [#add].
    public int term(long id) {
        return terms.number(id);
    }

    /// Adds a quad of terms' numbers.
    public void add(int subject, int predicate, int object, int graph) {
        if (count == quads.length) {
            quads = Arrays.copyOf(quads, 2 * count);
        }
        quads[count++] = QuadSort.pack(subject, predicates.number(predicate), object, graphs.number(graph));
    }

    /// Whether it must be written before the next quad.
    public boolean isFull() {
        return count >= quadCapacity || !terms.hasRoom() || !predicates.hasRoom() || !graphs.hasRoom();
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public void clear() {
        terms.clear();
        predicates.clear();
        graphs.clear();
        count = 0;
    }

    /// Writes dictionary and permutations into a folder.
    public void write(Path folder) {
        var ranking = new Ranking(terms);
        try (var dictionary = new DictionaryWriter(folder.resolve("terms.dict"))) {
            ranking.write(dictionary);
        }
        int[] predicateRanks = ranking.ranks(predicates);
        int[] graphRanks = ranking.ranks(graphs);
        for (int i = 0; i < count; i++) {
            long quad = quads[i];
            quads[i] = QuadSort.pack(
                    ranking.rank(QuadSort.subject(quad)),
                    predicateRanks[QuadSort.predicate(quad)],
                    ranking.rank(QuadSort.object(quad)),
                    graphRanks[QuadSort.graph(quad)]);
        }
        var ids = new RowIds(ranking.ids(), ranking.sortedIds(predicates), ranking.sortedIds(graphs));
        writePermutations(folder, ids);
    }

    /// Each order is made of the one before by sorting one field more.
    private void writePermutations(Path folder, RowIds ids) {
        int termBits = bits(terms.size());
        int predicateBits = bits(predicates.size());
        var sort = new QuadSort(quads, count);
        sort.by(0, bits(graphs.size()));
        sort.by(QuadSort.OBJECT_AT, termBits);
        sort.by(QuadSort.PREDICATE_AT, predicateBits);
        sort.by(QuadSort.SUBJECT_AT, termBits);
        int different = dropRepeats(sort.quads());
        ids.write(folder, Order.SPO, sort.quads(), different);
        sort = new QuadSort(sort.quads(), different);
        sort.by(QuadSort.OBJECT_AT, termBits);
        ids.write(folder, Order.OSP, sort.quads(), different);
        sort.by(QuadSort.PREDICATE_AT, predicateBits);
        ids.write(folder, Order.POS, sort.quads(), different);
        sort.by(QuadSort.SUBJECT_AT, termBits);
        sort.by(QuadSort.PREDICATE_AT, predicateBits);
        ids.write(folder, Order.PSO, sort.quads(), different);
    }

    private int dropRepeats(long[] sorted) {
        int different = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[different++] = sorted[i];
            }
        }
        return different;
    }

    private static int bits(int size) {
        return Math.max(1, 32 - Integer.numberOfLeadingZeros(size - 1));
    }

    /// The ids of ranks.
    private static final class RowIds {
        private final long[] terms;
        private final long[] predicates;
        private final long[] graphs;

        RowIds(long[] terms, long[] predicates, long[] graphs) {
            this.terms = terms;
            this.predicates = predicates;
            this.graphs = graphs;
        }

        void write(Path folder, Order order, long[] quads, int count) {
            try (var out = new PermutationWriter(folder, order)) {
                long[] row = new long[Order.COLUMNS];
                for (int i = 0; i < count; i++) {
                    read(quads[i], row);
                    int tag = TermId.tag(row[Order.OBJECT]);
                    if (order != Order.OSP || !TermId.isLiteral(tag)) {
                        out.add(row[order.role(0)], row[order.role(1)], row[order.role(2)], row[Order.GRAPH]);
                    }
                }
                out.finish();
            }
        }

        private void read(long quad, long[] row) {
            row[Order.SUBJECT] = terms[QuadSort.subject(quad)];
            row[Order.PREDICATE] = predicates[QuadSort.predicate(quad)];
            row[Order.OBJECT] = terms[QuadSort.object(quad)];
            row[Order.GRAPH] = graphs[QuadSort.graph(quad)];
        }
    }
}
