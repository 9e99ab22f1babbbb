package de.stadtgraph.search;

import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.column.Order;
import de.stadtgraph.snapshot.column.QuadIndex;
import de.stadtgraph.snapshot.column.Scan;
import de.stadtgraph.snapshot.term.Dictionary;
import de.stadtgraph.snapshot.term.TermId;
import de.stadtgraph.snapshot.term.TermReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.apache.jena.graph.NodeFactory;

/// Reads all quads of a state once, subject by subject, and notes its things. One state, one thread.
final class ThingReader {
    private static final int COLUMNS =
            (1 << Order.SUBJECT) | (1 << Order.PREDICATE) | (1 << Order.OBJECT) | (1 << Order.GRAPH);
    private static final int ROWS_BETWEEN_LOOKS = 1 << 16;

    private final Dictionary dictionary;
    private final BooleanSupplier stopped;
    private final long type;
    private final long[] districtProperties;
    private final TermReader iris;

    private long subject = TermId.UNBOUND;
    private boolean hasClass;
    private final KindNumbers kinds;

    private int[] ranks = new int[1024];
    private int[] kindOf = new int[1024];
    private long[] codes = new long[1024];
    private final List<Integer> terms = new ArrayList<>();
    private int size;

    /// @param graphs what the names of graphs begin with; the rest is the slug of the dataset
    /// @param stopped whether it is no longer wanted
    ThingReader(Snapshot snapshot, String graphs, BooleanSupplier stopped) {
        this.dictionary = snapshot.dictionary();
        this.kinds = new KindNumbers(dictionary, graphs);
        this.stopped = stopped;
        this.type = dictionary.id(Properties.TYPE);
        this.districtProperties = Properties.DISTRICTS.stream()
                .mapToLong(iri -> dictionary.id(NodeFactory.createURI(iri)))
                .toArray();
        this.iris = dictionary.reader();
    }

    /// Reads the things.
    ///
    /// @param all the quads of the state, each once for each graph
    /// @throws CancellationException when it is no longer wanted
    Things read(QuadIndex all) {
        Scan scan = all.scan(Order.SPO, all.permutation(Order.SPO).all(), COLUMNS);
        long next = 0;
        for (int rows = scan.next(); rows > 0; rows = scan.next()) {
            if (scan.position() >= next) {
                requireWanted();
                next = scan.position() + ROWS_BETWEEN_LOOKS;
            }
            note(scan, rows);
        }
        end();
        Arrays.sort(codes, 0, size);
        return new Things(
                dictionary,
                Arrays.copyOf(ranks, size),
                Arrays.copyOf(kindOf, size),
                kinds.kinds(),
                Arrays.copyOf(codes, size),
                terms.stream().mapToInt(Integer::intValue).toArray());
    }

    private void requireWanted() {
        if (stopped.getAsBoolean()) {
            throw new CancellationException("the things of the search are no longer wanted");
        }
    }

    private void note(Scan scan, int rows) {
        long[] subjects = scan.column(Order.SUBJECT);
        long[] predicates = scan.column(Order.PREDICATE);
        long[] objects = scan.column(Order.OBJECT);
        long[] ofGraphs = scan.column(Order.GRAPH);
        long lastGraph = TermId.UNBOUND;
        for (int row = 0; row < rows; row++) {
            if (subjects[row] != subject) {
                end();
                subject = subjects[row];
                lastGraph = TermId.UNBOUND;
            }
            if (ofGraphs[row] != lastGraph) {
                lastGraph = ofGraphs[row];
                kinds.dataset(lastGraph);
            }
            if (TermId.tag(objects[row]) == TermId.IRI) {
                if (predicates[row] == type) {
                    kinds.type(objects[row]);
                    hasClass = true;
                } else if (isDistrict(predicates[row])) {
                    kinds.district(objects[row]);
                }
            }
        }
    }

    private boolean isDistrict(long predicate) {
        for (long each : districtProperties) {
            if (each == predicate) {
                return true;
            }
        }
        return false;
    }

    /// The subject has been read.
    private void end() {
        if (hasClass && TermId.tag(subject) == TermId.IRI) {
            String iri = iris.read(subject).text();
            if (Properties.isWhole(iri)) {
                add(iri);
            }
        }
        kinds.next();
        hasClass = false;
    }

    private void add(String iri) {
        if (size == ranks.length) {
            ranks = Arrays.copyOf(ranks, 2 * size);
            kindOf = Arrays.copyOf(kindOf, 2 * size);
            codes = Arrays.copyOf(codes, 2 * size);
        }
        ranks[size] = (int) TermId.payload(subject);
        kindOf[size] = kinds.number();
        codes[size] = ((long) Properties.code(iri).toLowerCase(Locale.ROOT).hashCode() << 32) | size;
        if (Properties.isTerm(iri)) {
            terms.add(size);
        }
        size++;
    }
}
