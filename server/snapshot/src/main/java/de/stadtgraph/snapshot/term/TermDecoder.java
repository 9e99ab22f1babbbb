package de.stadtgraph.snapshot.term;

import java.nio.charset.StandardCharsets;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Makes terms of ids and keys. Stateless.
final class TermDecoder {
    private TermDecoder() {}

    /// The literal of an inlining id.
    static Node inline(long id) {
        byte[] text = new byte[Inline.MAX_LENGTH];
        String lexicalForm = new String(text, 0, Inline.print(id, text), StandardCharsets.US_ASCII);
        return NodeFactory.createLiteralDT(
                lexicalForm, Inline.datatype(TermId.tag(id)).node());
    }

    /// The term of a key.
    static Node node(int tag, byte[] key, int offset, int length) {
        int lexical = lexicalStart(tag, key, offset);
        int end = lexicalEnd(tag, offset + length);
        return switch (tag) {
            case TermId.BLANK -> NodeFactory.createBlankNode(BlankLabels.label(key, offset, length));
            case TermId.IRI -> NodeFactory.createURI(Utf8.decode(key, offset, length));
            case TermId.STRING -> NodeFactory.createLiteralString(Utf8.decode(key, offset, length));
            case TermId.LANG_STRING ->
                NodeFactory.createLiteralLang(
                        Utf8.decode(key, lexical, end - lexical), Utf8.decode(key, offset, lexical - 1 - offset));
            case TermId.EXACT_NUMBER ->
                literal(
                        Utf8.decode(key, lexical, end - lexical),
                        Datatype.XSD + NumberKeys.NAMES.get(key[offset + length - 1] - 1));
            case TermId.DOUBLE ->
                NodeFactory.createLiteralDT(Utf8.decode(key, lexical, end - lexical), XSDDatatype.XSDdouble);
            case TermId.FLOAT ->
                NodeFactory.createLiteralDT(Utf8.decode(key, lexical, end - lexical), XSDDatatype.XSDfloat);
            case TermId.OTHER ->
                literal(Utf8.decode(key, lexical, end - lexical), Utf8.decode(key, offset, lexical - 1 - offset));
            case TermId.TRIPLE -> TripleKeys.node(key, offset);
            default -> throw new IllegalArgumentException("tag " + tag + " has no keys");
        };
    }

    private static Node literal(String lexicalForm, String datatype) {
        int at = datatype.startsWith(Datatype.DIRECTED + "@") ? datatype.indexOf('@') : -1;
        if (at < 0) {
            return NodeFactory.createLiteralDT(lexicalForm, NodeFactory.getType(datatype));
        }
        int dashes = datatype.lastIndexOf("--");
        return NodeFactory.createLiteralDirLang(
                lexicalForm, datatype.substring(at + 1, dashes), datatype.substring(dashes + 2));
    }

    /// Where the lexical form begins in a key.
    static int lexicalStart(int tag, byte[] key, int offset) {
        return switch (tag) {
            case TermId.LANG_STRING, TermId.OTHER, TermId.BLANK -> behindZero(key, offset);
            case TermId.EXACT_NUMBER -> NumberKeys.lexicalStart(key, offset);
            case TermId.DOUBLE -> offset + NumberKeys.DOUBLE_BYTES;
            case TermId.FLOAT -> offset + NumberKeys.FLOAT_BYTES;
            default -> offset;
        };
    }

    /// Where it ends.
    static int lexicalEnd(int tag, int keyEnd) {
        return tag == TermId.EXACT_NUMBER ? keyEnd - 2 : keyEnd;
    }

    private static int behindZero(byte[] key, int offset) {
        int at = offset;
        while (key[at] != 0) {
            at++;
        }
        return at + 1;
    }
}
