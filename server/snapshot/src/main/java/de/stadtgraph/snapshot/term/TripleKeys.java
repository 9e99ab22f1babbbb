package de.stadtgraph.snapshot.term;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Triple terms as bytes: three terms, each its tag, its bytes with every 0 written as 0 1, and 0 0. Inlined literals
/// are their id in groups of 7 bits. Stateless.
final class TripleKeys {
    private static final int ID_BYTES = 10;

    private TripleKeys() {}

    static void put(long id, KeyBuffer term, KeyBuffer out) {
        if (id != 0) {
            out.putByte(TermId.tag(id));
            NumberKeys.putGroups(id, ID_BYTES, out);
            return;
        }
        out.putByte(term.tag());
        for (int i = 0; i < term.length(); i++) {
            out.putByte(term.bytes()[i]);
            if (term.bytes()[i] == 0) {
                out.putByte(1);
            }
        }
        out.putByte(0);
        out.putByte(0);
    }

    static Node node(byte[] key, int offset) {
        Node[] nodes = new Node[3];
        int at = offset;
        for (int part = 0; part < 3; part++) {
            int tag = key[at++];
            if (!TermId.isRanked(tag)) {
                nodes[part] = TermDecoder.inline(NumberKeys.groups(key, at, ID_BYTES));
                at += ID_BYTES;
                continue;
            }
            var term = new KeyBuffer().begin(tag);
            at = unescape(key, at, term);
            nodes[part] = TermDecoder.node(tag, term.bytes(), 0, term.length());
        }
        return NodeFactory.createTripleTerm(nodes[0], nodes[1], nodes[2]);
    }

    private static int unescape(byte[] key, int offset, KeyBuffer out) {
        int at = offset;
        while (key[at] != 0 || key[at + 1] != 0) {
            out.putByte(key[at]);
            at += key[at] == 0 ? 2 : 1;
        }
        return at + 2;
    }
}
