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
    Scores found(Scores literals, Deadline deadline) {
        var found = new Scores();
        var linked = new Scores();
        var reading = new Reading(this, literals, deadline);
        for (long label : labels) {
            reading.read(label, (subject, _, score) -> {
                add(found, subject, LABEL * score);
                if (label == prefLabel && TermId.tag(subject) == TermId.IRI) {
                    linked.add((int) TermId.payload(subject), score);
                }
            });
        }
        texts.forEach(text -> reading.read(text, (subject, _, score) -> add(found, subject, score)));
        links(linked.done(), found, deadline);
        return found.done();
    }

    /// The things that have some literals as labels or codes.
    Scores named(Scores literals, Deadline deadline) {
        var found = new Scores();
        var reading = new Reading(this, literals, deadline);
        labels.forEach(label -> reading.read(label, (subject, _, score) -> add(found, subject, score)));
        codes.forEach(code -> reading.read(code, (subject, _, score) -> add(found, subject, score)));
        return found.done();
    }

    /// The things that have some literals as labels.
    Scores labelled(Scores literals, Deadline deadline) {
        var found = new Scores();
        var reading = new Reading(this, literals, deadline);
        labels.forEach(label -> reading.read(label, (subject, _, score) -> add(found, subject, score)));
        return found.done();
    }

    /// Those of some literals that are values of some properties.
    Scores values(Scores literals, List<Node> properties, Deadline deadline) {
        var values = new Scores();
        var reading = new Reading(this, literals, deadline);
        for (Node property : properties) {
            long predicate = dictionary.id(property);
            if (predicate != TermId.UNBOUND) {
                reading.read(predicate, (_, literal, score) -> values.add(numbers.number(literal), score));
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

    /// Reads the subjects that have some literals.
    private record Reading(Statements statements, Scores literals, Deadline deadline) {
        void read(long predicate, Reader reader) {
            QuadIndex quads = statements.quads;
            Permutation pos = quads.permutation(Order.POS);
            Range range = pos.between(
                    pos.range(predicate), Order.OBJECT, TermId.first(TermId.STRING), TermId.last(TermId.LANG_STRING));
            boolean leaps = literals.size() * ROWS_A_LOOKUP < range.rows();
            Scan scan = quads.scan(Order.POS, range, TWO_COLUMNS);
            int next = 0;
            while (next < literals.size()) {
                deadline.check();
                if (leaps) {
                    scan.seek(Order.OBJECT, id(next));
                }
                int rows = scan.next();
                if (rows == 0) {
                    return;
                }
                next = read(scan, rows, next, reader);
            }
        }

        /// Reads a batch.
        ///
        /// @param next the first literal that may be in it
        /// @return the first that may be in the next one
        private int read(Scan scan, int rows, int next, Reader reader) {
            long[] objects = scan.column(Order.OBJECT);
            long[] subjects = scan.column(Order.SUBJECT);
            int at = next;
            for (int row = 0; row < rows; row++) {
                while (at < literals.size() && id(at) < objects[row]) {
                    at++;
                }
                if (at == literals.size()) {
                    return at;
                }
                if (id(at) == objects[row]) {
                    reader.read(subjects[row], objects[row], literals.score(at));
                }
            }
            return at;
        }

        private long id(int index) {
            return statements.numbers.id(literals.number(index));
        }
    }

    /// @param linked ranks of what has a label
    private void links(Scores linked, Scores found, Deadline deadline) {
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
                deadline.check();
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
