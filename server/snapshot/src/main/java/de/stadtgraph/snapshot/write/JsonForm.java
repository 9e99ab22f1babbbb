package de.stadtgraph.snapshot.write;

import de.stadtgraph.snapshot.term.TermId;
import de.stadtgraph.snapshot.term.TermReader;

/// Terms of SPARQL 1.1 results in JSON. Stateless.
enum JsonForm implements Form {
    JSON;

    private static final boolean[] STOPS = Bytes.stops("\"\\");
    private static final byte[] IRI = Bytes.of("{\"type\":\"uri\",\"value\":\"");
    private static final byte[] LITERAL = Bytes.of("{\"type\":\"literal\",\"value\":\"");
    private static final byte[] LANGUAGE = Bytes.of("\",\"xml:lang\":\"");
    private static final byte[] DATATYPE = Bytes.of("\",\"datatype\":\"");
    private static final byte[] END = Bytes.of("\"}");

    @Override
    public boolean write(int tag, TermReader term, TermText into) {
        byte[] bytes = term.bytes();
        if (tag == TermId.BLANK || tag == TermId.TRIPLE || !Bytes.arePlain(bytes, term.start(), term.end(), STOPS)) {
            return false;
        }
        boolean foreign = tag == TermId.OTHER;
        if (foreign
                && (Bytes.contains(bytes, 0, term.prefixEnd(), '@')
                        || !Bytes.arePlain(bytes, 0, term.prefixEnd(), STOPS))) {
            return false;
        }
        into.put(tag == TermId.IRI ? IRI : LITERAL);
        into.put(bytes, term.start(), term.end());
        if (tag == TermId.LANG_STRING) {
            into.put(LANGUAGE);
            into.put(bytes, 0, term.prefixEnd());
        } else if (foreign) {
            into.put(DATATYPE);
            into.put(bytes, 0, term.prefixEnd());
        } else if (tag != TermId.IRI && tag != TermId.STRING) {
            into.put(DATATYPE);
            into.put(term.datatype());
        }
        into.put(END);
        return true;
    }
}
