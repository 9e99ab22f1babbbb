package de.stadtgraph.snapshot.write;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.KeyIndex;
import de.stadtgraph.snapshot.exec.Rows;
import de.stadtgraph.snapshot.term.TermId;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;
import org.apache.jena.graph.Node;

/// Writes the triples of a CONSTRUCT, each once, in N-Triples or Turtle. What is no triple is left out. One answer.
public final class TripleWriter {
    private static final byte[] END = {' ', '.', '\n'};
    private static final byte[] SAME_SUBJECT = {' ', ';', '\n', ' ', ' '};

    private final TripleTable triples;
    private final TurtleForm form;
    private final LongConsumer written;
    private final Output out;
    private final TermColumn[] members;
    private final KeyIndex seen;
    private final long[][] one = new long[TripleTable.MEMBERS][1];
    private long subject;

    private TripleWriter(TripleTable triples, TurtleForm form, OddTerm odd, Target target) {
        this.triples = triples;
        this.form = form;
        this.written = target.written;
        this.out = new Output(target.out);
        this.members = new TermColumn[triples.width()];
        for (int i = 0; i < members.length; i++) {
            members[i] = new TermColumn(triples.rows(), form, odd);
        }
        this.seen = new KeyIndex(TripleTable.MEMBERS, target.meter);
    }

    /// Where triples go.
    ///
    /// @param written is told how many more there are, before they are written
    /// @param meter holds what has been written
    public record Target(OutputStream out, LongConsumer written, Meter meter) {}

    public static void nTriples(TripleTable triples, OddTerm odd, Target target) throws IOException {
        new TripleWriter(triples, TurtleForm.N_TRIPLES, odd, target).write();
    }

    public static void turtle(TripleTable triples, OddTerm odd, Target target) throws IOException {
        new TripleWriter(triples, TurtleForm.TURTLE, odd, target).write();
    }

    private void write() throws IOException {
        long[][] batch = Rows.columns(triples.rows().names().size());
        Rows rows = triples.rows().rows();
        for (int count = rows.next(batch); count > 0; count = rows.next(batch)) {
            for (int row = 0; row < count; row++) {
                for (int triple = 0; triple < triples.width(); triple += TripleTable.MEMBERS) {
                    triple(batch, row, triple);
                }
            }
        }
        if (subject != 0) {
            out.put(END);
        }
        out.flush();
        seen.close();
    }

    private void triple(long[][] batch, int row, int triple) throws IOException {
        for (int i = 0; i < TripleTable.MEMBERS; i++) {
            one[i][0] = triples.id(triple + i, batch, row);
        }
        if (!isTriple()) {
            return;
        }
        int known = seen.size();
        if (seen.add(one, 0) < known) {
            return;
        }
        written.accept(1);
        if (form == TurtleForm.TURTLE && one[0][0] == subject) {
            out.put(SAME_SUBJECT);
        } else {
            if (subject != 0) {
                out.put(END);
            }
            subject = one[0][0];
            out.put(members[triple].text(subject));
            out.put(' ');
        }
        out.put(members[triple + 1].text(one[1][0]));
        out.put(' ');
        out.put(members[triple + 2].text(one[2][0]));
    }

    private boolean isTriple() {
        long id = one[0][0];
        return id != 0 && one[2][0] != 0 && isResource(id) && isIri(one[1][0]);
    }

    private boolean isResource(long id) {
        if (id > 0) {
            return TermId.tag(id) == TermId.IRI || TermId.tag(id) == TermId.BLANK;
        }
        Node term = triples.rows().terms().apply(id);
        return term.isURI() || term.isBlank();
    }

    private boolean isIri(long id) {
        if (id > 0) {
            return TermId.tag(id) == TermId.IRI;
        }
        return id != 0 && triples.rows().terms().apply(id).isURI();
    }
}
