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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;

/// Reads all quads of a state once, subject by subject, and notes its things. One state, one thread.
final class ThingReader {
    private static final int COLUMNS =
            (1 << Order.SUBJECT) | (1 << Order.PREDICATE) | (1 << Order.OBJECT) | (1 << Order.GRAPH);
    private static final int ROWS_BETWEEN_LOOKS = 1 << 16;

    private final Dictionary dictionary;
    private final String graphs;
    private final BooleanSupplier stopped;
    private final long type;
    private final Set<Long> districtProperties;
    private final TermReader iris;

    private long subject = TermId.UNBOUND;
    private final Set<Long> types = new TreeSet<>();
    private final Set<Long> datasets = new TreeSet<>();
    private final Set<Long> districts = new TreeSet<>();

    private final Map<List<Set<Long>>, Integer> kindNumbers = new HashMap<>();
    private final List<Kind> kinds = new ArrayList<>();
    private int[] ranks = new int[1024];
    private int[] kindOf = new int[1024];
    private long[] codes = new long[1024];
    private final List<Integer> terms = new ArrayList<>();
    private int size;

    /// @param graphs what the names of graphs begin with; the rest is the slug of the dataset
    /// @param stopped whether it is no longer wanted
    ThingReader(Snapshot snapshot, String graphs, BooleanSupplier stopped) {
        this.dictionary = snapshot.dictionary();
        this.graphs = graphs;
        this.stopped = stopped;
        this.type = dictionary.id(Properties.TYPE);
        this.districtProperties = Properties.DISTRICTS.stream()
                .map(iri -> dictionary.id(NodeFactory.createURI(iri)))
                .collect(Collectors.toSet());
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
                kinds,
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
                datasets.add(lastGraph);
            }
            if (TermId.tag(objects[row]) == TermId.IRI) {
                if (predicates[row] == type) {
                    types.add(objects[row]);
                } else if (districtProperties.contains(predicates[row])) {
                    districts.add(objects[row]);
                }
            }
        }
    }

    /// The subject has been read.
    private void end() {
        if (!types.isEmpty() && TermId.tag(subject) == TermId.IRI) {
            String iri = iris.read(subject).text();
            if (Properties.isWhole(iri)) {
                add(iri);
            }
        }
        types.clear();
        datasets.clear();
        districts.clear();
    }

    private void add(String iri) {
        if (size == ranks.length) {
            ranks = Arrays.copyOf(ranks, 2 * size);
            kindOf = Arrays.copyOf(kindOf, 2 * size);
            codes = Arrays.copyOf(codes, 2 * size);
        }
        ranks[size] = (int) TermId.payload(subject);
        kindOf[size] = kind();
        codes[size] = ((long) TextAnalysis.exact(Properties.code(iri)).hashCode() << 32) | size;
        if (Properties.isTerm(iri)) {
            terms.add(size);
        }
        size++;
    }

    private int kind() {
        Integer known = kindNumbers.get(List.of(types, datasets, districts));
        if (known != null) {
            return known;
        }
        int number = kinds.size();
        kindNumbers.put(List.of(Set.copyOf(types), Set.copyOf(datasets), Set.copyOf(districts)), number);
        List<String> slugs = datasets.stream()
                .map(this::text)
                .filter(graph -> graph.startsWith(graphs))
                .map(graph -> graph.substring(graphs.length()))
                .toList();
        kinds.add(new Kind(
                types.stream().map(this::text).toList(),
                slugs,
                districts.stream().map(this::text).toList()));
        return number;
    }

    private String text(long id) {
        return dictionary.node(id).toString();
    }
}
