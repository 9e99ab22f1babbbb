package de.stadtgraph.snapshot.build;

/// Quads packed into one number each, sorted field by field. One thread.
///
/// From the highest bit: subject 22, predicate 12, object 22, graph 8.
final class QuadSort {
    static final int GRAPH_BITS = 8;
    static final int TERM_BITS = 22;
    static final int PREDICATE_BITS = 12;
    static final int OBJECT_AT = GRAPH_BITS;
    static final int PREDICATE_AT = OBJECT_AT + TERM_BITS;
    static final int SUBJECT_AT = PREDICATE_AT + PREDICATE_BITS;

    private static final int DIGIT = 11;

    private long[] quads;
    private long[] spare = new long[0];
    private final int count;

    QuadSort(long[] quads, int count) {
        this.quads = quads;
        this.count = count;
    }

    static long pack(int subject, int predicate, int object, int graph) {
        return ((long) subject << SUBJECT_AT)
                | ((long) predicate << PREDICATE_AT)
                | ((long) object << OBJECT_AT)
                | graph;
    }

    static int subject(long quad) {
        return (int) (quad >>> SUBJECT_AT);
    }

    static int predicate(long quad) {
        return (int) (quad >>> PREDICATE_AT) & ((1 << PREDICATE_BITS) - 1);
    }

    static int object(long quad) {
        return (int) (quad >>> OBJECT_AT) & ((1 << TERM_BITS) - 1);
    }

    static int graph(long quad) {
        return (int) quad & ((1 << GRAPH_BITS) - 1);
    }

    long[] quads() {
        return quads;
    }

    /// Sorts by the lowest `bits` of the field at `from`; equal ones keep their order.
    void by(int from, int bits) {
        for (int done = 0; done < bits; done += DIGIT) {
            pass(from + done, Math.min(DIGIT, bits - done));
        }
    }

    private void pass(int shift, int bits) {
        if (spare.length < count) {
            spare = new long[count];
        }
        int mask = (1 << bits) - 1;
        int[] starts = starts(shift, mask);
        long[] from = quads;
        long[] to = spare;
        for (int i = 0; i < count; i++) {
            long quad = from[i];
            to[starts[(int) (quad >>> shift) & mask]++] = quad;
        }
        quads = to;
        spare = from;
    }

    private int[] starts(int shift, int mask) {
        int[] starts = new int[mask + 1];
        for (int i = 0; i < count; i++) {
            starts[(int) (quads[i] >>> shift) & mask]++;
        }
        int sum = 0;
        for (int digit = 0; digit <= mask; digit++) {
            int size = starts[digit];
            starts[digit] = sum;
            sum += size;
        }
        return starts;
    }
}
