package de.stadtgraph.search;

import de.stadtgraph.snapshot.build.StoredIndex;
import de.stadtgraph.snapshot.column.Order;
import de.stadtgraph.snapshot.column.Permutation;
import de.stadtgraph.snapshot.column.QuadIndex;
import de.stadtgraph.snapshot.column.Scan;
import de.stadtgraph.snapshot.term.TermId;
import de.stadtgraph.snapshot.term.TermReader;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;

/// Which strings of a segment are labels and codes. A byte a string. Filled once, then for many threads.
final class LabelMarks {
    private static final int LABEL = 1;
    private static final int TERM = 2;
    private static final int CODE = 4;

    private final StoredIndex segment;
    private final byte[] strings;
    private final byte[] languageStrings;

    private LabelMarks(StoredIndex segment) {
        this.segment = segment;
        this.strings = marks(TermId.STRING);
        this.languageStrings = marks(TermId.LANG_STRING);
    }

    /// Reads the labels and codes of a segment.
    static LabelMarks of(StoredIndex segment) {
        var marks = new LabelMarks(segment);
        marks.mark(Properties.LABELS, LABEL);
        marks.mark(Properties.CODES, CODE);
        return marks;
    }

    private byte[] marks(int tag) {
        return new byte[Math.toIntExact(segment.dictionary().count(tag))];
    }

    private void mark(Set<String> properties, int mark) {
        Permutation pos = segment.permutation(Order.POS);
        var all = new QuadIndex(Map.of(Order.POS, pos), Optional.empty(), QuadIndex.Repeats.KEEP);
        TermReader reader = segment.dictionary().reader();
        for (String property : properties) {
            long predicate = segment.dictionary().id(NodeFactory.createURI(property));
            if (predicate == TermId.UNBOUND) {
                continue;
            }
            Scan scan = all.scan(
                    Order.POS, pos.range(predicate), (1 << Order.OBJECT) | (mark == LABEL ? 1 << Order.SUBJECT : 0));
            for (int rows = scan.next(); rows > 0; rows = scan.next()) {
                for (int row = 0; row < rows; row++) {
                    int term = mark == LABEL && isTerm(reader, scan.column(Order.SUBJECT)[row]) ? TERM : 0;
                    set(scan.column(Order.OBJECT)[row], mark | term);
                }
            }
        }
    }

    private static boolean isTerm(TermReader reader, long subject) {
        return TermId.tag(subject) == TermId.IRI
                && Properties.isTerm(reader.read(subject).text());
    }

    private void set(long literal, int mark) {
        int rank = (int) TermId.payload(literal);
        if (TermId.tag(literal) == TermId.STRING) {
            strings[rank] |= (byte) mark;
        } else if (TermId.tag(literal) == TermId.LANG_STRING) {
            languageStrings[rank] |= (byte) mark;
        }
    }

    private int marks(long literal) {
        int rank = (int) TermId.payload(literal);
        return TermId.tag(literal) == TermId.STRING ? strings[rank] : languageStrings[rank];
    }

    boolean isLabel(long literal) {
        return (marks(literal) & LABEL) != 0;
    }

    /// Whether it is the label of a concept or of a term of a vocabulary.
    boolean isTermLabel(long literal) {
        return (marks(literal) & TERM) != 0;
    }

    boolean isCode(long literal) {
        return (marks(literal) & CODE) != 0;
    }
}
