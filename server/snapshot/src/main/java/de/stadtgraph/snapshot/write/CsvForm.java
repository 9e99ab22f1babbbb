package de.stadtgraph.snapshot.write;

import de.stadtgraph.snapshot.term.TermId;
import de.stadtgraph.snapshot.term.TermReader;

/// Terms of SPARQL 1.1 results in CSV: lexical forms and IRIs. Stateless.
enum CsvForm implements Form {
    CSV;

    private static final boolean[] STOPS = Bytes.stops("\",");

    @Override
    public boolean write(int tag, TermReader term, TermText into) {
        if (tag == TermId.BLANK || tag == TermId.TRIPLE || term.start() == term.end()) {
            return false;
        }
        if (!Bytes.arePlain(term.bytes(), term.start(), term.end(), STOPS)) {
            return false;
        }
        into.put(term.bytes(), term.start(), term.end());
        return true;
    }
}
