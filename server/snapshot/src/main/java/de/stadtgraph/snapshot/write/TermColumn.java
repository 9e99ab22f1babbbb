package de.stadtgraph.snapshot.write;

import de.stadtgraph.snapshot.term.TermId;
import de.stadtgraph.snapshot.term.TermReader;

/// Writes the terms of one column. The last one is kept: in a sorted column the next is often the same. One thread.
final class TermColumn {
    private final IdTable table;
    private final Form form;
    private final OddTerm odd;
    private final TermReader reader;
    private final TermText text = new TermText();
    private long last;

    TermColumn(IdTable table, Form form, OddTerm odd) {
        this.table = table;
        this.form = form;
        this.odd = odd;
        this.reader = table.dictionary().reader();
    }

    /// The text of an id that is not 0, until the next.
    TermText text(long id) {
        if (id == last) {
            return text;
        }
        last = id;
        text.clear();
        if (!isCopied(id)) {
            text.clear();
            text.put(odd.text(table.terms().apply(id)));
        }
        return text;
    }

    private boolean isCopied(long id) {
        return id > 0 && TermId.tag(id) != TermId.TRIPLE && form.write(TermId.tag(id), reader.read(id), text);
    }
}
