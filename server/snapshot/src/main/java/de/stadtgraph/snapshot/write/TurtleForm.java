package de.stadtgraph.snapshot.write;

import de.stadtgraph.snapshot.term.TermId;
import de.stadtgraph.snapshot.term.TermReader;
import java.util.Arrays;
import java.util.List;

/// Terms of N-Triples and, with numbers and truth values without quotes, of Turtle and TSV. Stateless.
enum TurtleForm implements Form {
    N_TRIPLES,
    TURTLE;

    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final boolean[] IRI_STOPS = Bytes.stops(" <>\"{}|^`\\");
    private static final boolean[] STRING_STOPS = Bytes.stops("\"\\");
    private static final boolean[] NUMBER_STOPS = new boolean[128];
    private static final byte[] INTEGER = typed("integer");
    private static final byte[] DECIMAL = typed("decimal");
    private static final byte[] DOUBLE = typed("double");
    private static final byte[] FLOAT = typed("float");
    private static final byte[] BOOLEAN = typed("boolean");
    private static final byte[] DATE_TIME = typed("dateTime");
    private static final byte[] DATE = typed("date");

    /// Datatypes whose literals may need no quotes: whether they do is for others to say where they are no usual ones.
    private static final List<byte[]> BARE = List.of(
            Bytes.of(XSD + "integer"), Bytes.of(XSD + "decimal"), Bytes.of(XSD + "double"), Bytes.of(XSD + "boolean"));

    static {
        Arrays.fill(NUMBER_STOPS, true);
        "0123456789+-.eE".chars().forEach(each -> NUMBER_STOPS[each] = false);
    }

    private static byte[] typed(String name) {
        return Bytes.of("\"^^<" + XSD + name + ">");
    }

    @Override
    public boolean write(int tag, TermReader term, TermText into) {
        return switch (tag) {
            case TermId.IRI -> iri(term, into);
            case TermId.STRING -> quoted(term, into) && end(into);
            case TermId.LANG_STRING -> quoted(term, into) && language(term, into);
            case TermId.INTEGER -> this == TURTLE ? bare(term, into) : typed(term, INTEGER, into);
            case TermId.DECIMAL -> decimal(term, into);
            case TermId.BOOLEAN -> this == TURTLE ? bare(term, into) : typed(term, BOOLEAN, into);
            case TermId.DOUBLE -> number(term, into);
            case TermId.FLOAT -> quoted(term, into) && end(FLOAT, into);
            case TermId.ZONED_DATE_TIME, TermId.LOCAL_DATE_TIME -> typed(term, DATE_TIME, into);
            case TermId.DATE -> typed(term, DATE, into);
            case TermId.OTHER -> other(term, into);
            default -> false;
        };
    }

    private static boolean iri(TermReader term, TermText into) {
        if (!Bytes.arePlain(term.bytes(), term.start(), term.end(), IRI_STOPS)) {
            return false;
        }
        into.put('<');
        into.put(term.bytes(), term.start(), term.end());
        into.put('>');
        return true;
    }

    /// The quote before and the lexical form; the quote behind is still to come.
    private static boolean quoted(TermReader term, TermText into) {
        if (!Bytes.arePlain(term.bytes(), term.start(), term.end(), STRING_STOPS)) {
            return false;
        }
        into.put('"');
        into.put(term.bytes(), term.start(), term.end());
        return true;
    }

    private static boolean end(TermText into) {
        into.put('"');
        return true;
    }

    private static boolean end(byte[] end, TermText into) {
        into.put(end);
        return true;
    }

    private static boolean language(TermReader term, TermText into) {
        into.put('"');
        into.put('@');
        into.put(term.bytes(), 0, term.prefixEnd());
        return true;
    }

    private static boolean bare(TermReader term, TermText into) {
        into.put(term.bytes(), term.start(), term.end());
        return true;
    }

    /// An inlined literal: it has nothing to escape.
    private static boolean typed(TermReader term, byte[] datatype, TermText into) {
        into.put('"');
        into.put(term.bytes(), term.start(), term.end());
        into.put(datatype);
        return true;
    }

    private static boolean has(TermReader term, int wanted) {
        return Bytes.contains(term.bytes(), term.start(), term.end(), wanted);
    }

    private boolean decimal(TermReader term, TermText into) {
        boolean isBare = this == TURTLE && has(term, '.');
        return isBare ? bare(term, into) : typed(term, DECIMAL, into);
    }

    private boolean number(TermReader term, TermText into) {
        boolean exponent = has(term, 'e') || has(term, 'E');
        boolean digits = Bytes.arePlain(term.bytes(), term.start(), term.end(), NUMBER_STOPS);
        if (this == TURTLE && exponent && digits) {
            return bare(term, into);
        }
        return quoted(term, into) && end(DOUBLE, into);
    }

    private boolean other(TermReader term, TermText into) {
        byte[] bytes = term.bytes();
        int end = term.prefixEnd();
        boolean direction = Bytes.contains(bytes, 0, end, '@');
        boolean mayBeBare =
                this == TURTLE && BARE.stream().anyMatch(each -> Arrays.equals(each, 0, each.length, bytes, 0, end));
        if (direction || mayBeBare || !Bytes.arePlain(bytes, 0, end, IRI_STOPS) || !quoted(term, into)) {
            return false;
        }
        into.put('"');
        into.put('^');
        into.put('^');
        into.put('<');
        into.put(bytes, 0, end);
        into.put('>');
        return true;
    }
}
