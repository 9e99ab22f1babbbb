package de.stadtgraph.search;

import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.View;
import de.stadtgraph.snapshot.column.Order;
import de.stadtgraph.snapshot.column.Permutation;
import de.stadtgraph.snapshot.column.QuadIndex;
import de.stadtgraph.snapshot.column.Range;
import de.stadtgraph.snapshot.column.Scan;
import de.stadtgraph.snapshot.stats.PredicateStatistics;
import de.stadtgraph.snapshot.term.Dictionary;
import de.stadtgraph.snapshot.term.TermId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Leads from literals to the things that have them, or link to what has them, in the ids of a state. For many threads.
final class Statements {
    private static final float LABEL = 8;
    private static final int TWO_COLUMNS = (1 << Order.OBJECT) | (1 << Order.SUBJECT);

    /// So many rows are read as quickly as one is looked up.
    private static final long ROWS_A_LOOKUP = 50;

    private final Dictionary dictionary;
    private final Things things;
    private final LiteralNumbers numbers;
    private final QuadIndex quads;
    private final List<Long> labels;
    private final List<Long> codes;
    private final List<Long> texts;
    private final long prefLabel;
    private final long inScheme;
    private final long type;
    private final Set<Long> districtProperties;

    /// @param quads the quads of the state, each once for each graph
    Statements(Snapshot snapshot, Things things, QuadIndex quads) {
        this.dictionary = snapshot.dictionary();
        this.things = things;
        this.numbers = LiteralNumbers.of(dictionary);
        this.quads = quads;
        List<Long> texts = new ArrayList<>();
        for (PredicateStatistics one : snapshot.statistics().predicates()) {
            if (one.tag(TermId.STRING).isPresent()
                    || one.tag(TermId.LANG_STRING).isPresent()) {
                texts.add(one.predicate());
            }
        }
        this.labels = known(Properties.LABELS, texts);
        this.codes = known(Properties.CODES, texts);
        texts.removeAll(labels);
        texts.removeAll(codes);
        this.texts = texts;
        this.prefLabel = dictionary.id(Properties.PREF_LABEL);
        this.inScheme = dictionary.id(Properties.IN_SCHEME);
        this.type = dictionary.id(Properties.TYPE);
        this.districtProperties = Properties.DISTRICTS.stream()
                .map(iri -> dictionary.id(NodeFactory.createURI(iri)))
                .filter(id -> id != TermId.UNBOUND)
                .collect(Collectors.toSet());
    }

    /// The quads of a state, each once for each graph.
    static QuadIndex quads(Snapshot snapshot) {
        List<QuadIndex> named = snapshot.indexes(View.union()).named();
        return named.isEmpty() ? QuadIndex.empty() : named.getFirst();
    }

    private List<Long> known(Set<String> iris, List<Long> among) {
        return iris.stream()
                .map(iri -> dictionary.id(NodeFactory.createURI(iri)))
                .filter(among::contains)
                .toList();
    }

    /// The things that have some literals as labels or texts, or that link to concepts, or lie in districts, with such
    /// labels.
    Scores found(Scores literals) {
        var found = new Scores();
        var linked = new Scores();
        for (long label : labels) {
            read(label, literals, (subject, _, score) -> {
                add(found, subject, LABEL * score);
                if (label == prefLabel && TermId.tag(subject) == TermId.IRI) {
                    linked.add((int) TermId.payload(subject), score);
                }
            });
        }
        texts.forEach(text -> read(text, literals, (subject, _, score) -> add(found, subject, score)));
        links(linked.done(), found);
        return found.done();
    }

    /// The things that have some literals as labels or codes.
    Scores named(Scores literals) {
        var found = new Scores();
        labels.forEach(label -> read(label, literals, (subject, _, score) -> add(found, subject, score)));
        codes.forEach(code -> read(code, literals, (subject, _, score) -> add(found, subject, score)));
        return found.done();
    }

    /// The things that have some literals as labels.
    Scores labelled(Scores literals) {
        var found = new Scores();
        labels.forEach(label -> read(label, literals, (subject, _, score) -> add(found, subject, score)));
        return found.done();
    }

    /// Those of some literals that are values of some properties.
    Scores values(Scores literals, List<Node> properties) {
        var values = new Scores();
        for (Node property : properties) {
            long predicate = dictionary.id(property);
            if (predicate != TermId.UNBOUND) {
                read(predicate, literals, (_, literal, score) -> values.add(numbers.number(literal), score));
            }
        }
        return values.done();
    }

    private void add(Scores found, long subject, float score) {
        int thing = things.number(subject);
        if (thing != Things.NONE) {
            found.add(thing, score);
        }
    }

    private interface Reader {
        void read(long subject, long literal, float score);
    }

    /// Reads the subjects that have some literals by a property.
    private void read(long predicate, Scores literals, Reader reader) {
        Permutation pos = quads.permutation(Order.POS);
        Range range = pos.between(
                pos.range(predicate), Order.OBJECT, TermId.first(TermId.STRING), TermId.last(TermId.LANG_STRING));
        boolean leaps = literals.size() * ROWS_A_LOOKUP < range.rows();
        Scan scan = quads.scan(Order.POS, range, TWO_COLUMNS);
        int next = 0;
        while (next < literals.size()) {
            if (leaps) {
                scan.seek(Order.OBJECT, id(literals, next));
            }
            int rows = scan.next();
            if (rows == 0) {
                return;
            }
            long[] objects = scan.column(Order.OBJECT);
            long[] subjects = scan.column(Order.SUBJECT);
            for (int row = 0; row < rows; row++) {
                while (next < literals.size() && id(literals, next) < objects[row]) {
                    next++;
                }
                if (next == literals.size()) {
                    return;
                }
                if (id(literals, next) == objects[row]) {
                    reader.read(subjects[row], objects[row], literals.score(next));
                }
            }
        }
    }

    private long id(Scores literals, int index) {
        return numbers.id(literals.number(index));
    }

    /// @param linked ranks of what has a label
    private void links(Scores linked, Scores found) {
        Permutation osp = quads.permutation(Order.OSP);
        int columns = (1 << Order.SUBJECT) | (1 << Order.PREDICATE);
        for (int i = 0; i < linked.size(); i++) {
            long id = TermId.of(TermId.IRI, linked.number(i));
            Range range = osp.range(id);
            if (range.isEmpty()) {
                continue;
            }
            boolean concept = Properties.isConcept(dictionary.node(id).getURI());
            Scan scan = quads.scan(Order.OSP, range, columns);
            for (int rows = scan.next(); rows > 0; rows = scan.next()) {
                for (int row = 0; row < rows; row++) {
                    if (leads(scan.column(Order.PREDICATE)[row], concept)) {
                        add(found, scan.column(Order.SUBJECT)[row], linked.score(i));
                    }
                }
            }
        }
    }

    private boolean leads(long predicate, boolean toConcept) {
        return districtProperties.contains(predicate) || (toConcept && predicate != type && predicate != inScheme);
    }

    /// The concepts of a scheme.
    Scores inScheme(Optional<String> scheme) {
        var found = new Scores();
        long id = scheme.map(iri -> dictionary.id(NodeFactory.createURI(iri))).orElse(TermId.UNBOUND);
        if (id != TermId.UNBOUND && inScheme != TermId.UNBOUND) {
            Scan scan = quads.scan(Order.POS, quads.permutation(Order.POS).range(inScheme, id), 1 << Order.SUBJECT);
            for (int rows = scan.next(); rows > 0; rows = scan.next()) {
                for (int row = 0; row < rows; row++) {
                    add(found, scan.column(Order.SUBJECT)[row], 1);
                }
            }
        }
        return found.done();
    }
}
