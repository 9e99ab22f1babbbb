package de.stadtgraph.snapshot.term;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.NodeFactory;

/// Makes ids and keys of terms that are UTF-8 already, without making terms of Apache Jena. What it makes is what
/// [TermEncoder] makes. One thread.
public final class TermBytes {
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private final TermEncoder encoder;
    private final String scope;
    private final KeyBuffer own = new KeyBuffer();
    private final List<Known> datatypes = new ArrayList<>();
    private final List<Known> languages = new ArrayList<>();
    private KeyBuffer key = own;

    /// @param scope as of [TermEncoder]
    public TermBytes(String scope) {
        this.scope = scope;
        this.encoder = new TermEncoder(scope);
    }

    /// The key of the last term whose id was 0.
    public KeyBuffer key() {
        return key;
    }

    public void iri(byte[] bytes, int from, int to) {
        key = own;
        own.begin(TermId.IRI).put(bytes, from, to - from);
    }

    public void blank(byte[] bytes, int from, int to) {
        key = own;
        BlankLabels.put(scope, Utf8.decode(bytes, from, to - from), own.begin(TermId.BLANK));
    }

    public void string(byte[] bytes, int from, int to) {
        key = own;
        own.begin(TermId.STRING).put(bytes, from, to - from);
    }

    /// A language string; its language is the stretch of another array.
    public void languageString(byte[] bytes, int from, int to, Stretch language) {
        key = own;
        byte[] normal = language(language).normal;
        own.begin(TermId.LANG_STRING).put(normal, 0, normal.length);
        own.putByte(0);
        own.put(bytes, from, to - from);
    }

    private Known language(Stretch raw) {
        for (Known known : languages) {
            if (raw.holds(known.raw)) {
                return known;
            }
        }
        String normal = NodeFactory.createLiteralLang("", raw.text()).getLiteralLanguage();
        var known = new Known(raw.copy(), normal.getBytes(StandardCharsets.UTF_8), Datatype.STRING, false);
        remember(languages, known);
        return known;
    }

    /// A literal with a datatype, whose IRI is the stretch of another array.
    ///
    /// @return its id if it is inlined, else 0
    public long literal(byte[] bytes, int from, int to, Stretch datatypeIri) {
        Known known = datatype(datatypeIri);
        if (known.datatype == Datatype.STRING) {
            string(bytes, from, to);
            return 0;
        }
        if (known.datatype != Datatype.OTHER || known.odd) {
            long id = to - from > Inline.MAX_LENGTH ? 0 : Inline.parse(known.datatype, bytes, from, to - from);
            return id != 0 ? id : byTerm(Utf8.decode(bytes, from, to - from), datatypeIri.text());
        }
        key = own;
        own.begin(TermId.OTHER).put(known.raw, 0, known.raw.length);
        own.putByte(0);
        own.put(bytes, from, to - from);
        return 0;
    }

    private long byTerm(String lexicalForm, String datatype) {
        key = encoder.key();
        return encoder.encode(NodeFactory.createLiteralDT(lexicalForm, NodeFactory.getType(datatype)));
    }

    private Known datatype(Stretch raw) {
        for (Known known : datatypes) {
            if (raw.holds(known.raw)) {
                return known;
            }
        }
        var known = new Known(raw.copy(), new byte[0], Datatype.of(raw.text()), raw.startsWith(RDF));
        remember(datatypes, known);
        return known;
    }

    private static void remember(List<Known> list, Known known) {
        if (list.size() < 64) {
            list.add(known);
        }
    }

    private static final class Known {
        private final byte[] raw;
        private final byte[] normal;
        private final Datatype datatype;

        /// Whether only Apache Jena knows what it does with it.
        private final boolean odd;

        Known(byte[] raw, byte[] normal, Datatype datatype, boolean odd) {
            this.raw = raw;
            this.normal = normal;
            this.datatype = datatype;
            this.odd = odd;
        }
    }

    /// A stretch of bytes; used again and again.
    public static final class Stretch {
        private byte[] bytes = new byte[0];
        private int from;
        private int to;

        public Stretch set(byte[] array, int start, int end) {
            bytes = array;
            from = start;
            to = end;
            return this;
        }

        boolean holds(byte[] other) {
            return Arrays.equals(bytes, from, to, other, 0, other.length);
        }

        boolean startsWith(String prefix) {
            return text().startsWith(prefix);
        }

        String text() {
            return Utf8.decode(bytes, from, to - from);
        }

        byte[] copy() {
            return Arrays.copyOfRange(bytes, from, to);
        }
    }
}
