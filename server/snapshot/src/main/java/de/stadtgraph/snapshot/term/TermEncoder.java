package de.stadtgraph.snapshot.term;

import java.math.BigDecimal;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.expr.NodeValue;

/// Makes ids and keys of terms. One thread; not for variables.
public final class TermEncoder {
    private final KeyBuffer key = new KeyBuffer();
    private final String scope;
    private byte[] text = new byte[256];

    /// @param scope what tells blank nodes of this source from those of others; may be empty
    public TermEncoder(String scope) {
        this.scope = scope;
    }

    /// The key of the last term whose id was 0.
    public KeyBuffer key() {
        return key;
    }

    /// The id of an inlined literal; otherwise 0, and [#key] is the term's key.
    public long encode(Node node) {
        if (node.isURI()) {
            key.begin(TermId.IRI).put(node.getURI());
            return 0;
        }
        if (node.isLiteral()) {
            return encodeLiteral(node);
        }
        if (node.isBlank()) {
            BlankLabels.put(scope, node.getBlankNodeLabel(), key.begin(TermId.BLANK));
            return 0;
        }
        if (node.isTripleTerm()) {
            encodeTriple(node.getTriple());
            return 0;
        }
        throw new IllegalArgumentException("no RDF term: " + node);
    }

    private long encodeLiteral(Node node) {
        String lexicalForm = node.getLiteralLexicalForm();
        String language = node.getLiteralLanguage();
        if (!language.isEmpty()) {
            encodeLanguage(node, language, lexicalForm);
            return 0;
        }
        Datatype datatype = Datatype.of(node.getLiteralDatatypeURI());
        if (datatype == Datatype.STRING) {
            key.begin(TermId.STRING).put(lexicalForm);
            return 0;
        }
        long id = inline(datatype, lexicalForm);
        if (id == 0 && !encodeNumber(datatype, node, lexicalForm)) {
            encodeOther(node.getLiteralDatatypeURI(), lexicalForm);
        }
        return id;
    }

    private void encodeLanguage(Node node, String language, String lexicalForm) {
        var direction = node.getLiteralBaseDirection();
        if (direction != null) {
            encodeOther(Datatype.DIRECTED + "@" + language + "--" + direction.direction(), lexicalForm);
            return;
        }
        key.begin(TermId.LANG_STRING).put(language);
        key.putByte(0);
        key.put(lexicalForm);
    }

    private void encodeOther(String datatype, String lexicalForm) {
        key.begin(TermId.OTHER).put(datatype);
        key.putByte(0);
        key.put(lexicalForm);
    }

    private long inline(Datatype datatype, String lexicalForm) {
        if (lexicalForm.length() > Inline.MAX_LENGTH) {
            return 0;
        }
        int length = Utf8.encode(lexicalForm, text, 0);
        return Inline.parse(datatype, text, 0, length);
    }

    private boolean encodeNumber(Datatype datatype, Node node, String lexicalForm) {
        return switch (datatype) {
            case INTEGER, DECIMAL, DOUBLE, FLOAT, DERIVED_NUMBER -> encodeNumber(node, lexicalForm);
            case STRING, DATE_TIME, DATE, BOOLEAN, OTHER -> false;
        };
    }

    /// What is a number and what it is worth is ARQ's word.
    private boolean encodeNumber(Node node, String lexicalForm) {
        if (!node.getLiteral().isWellFormed()) {
            return false;
        }
        NodeValue value = NodeValue.makeNode(node);
        if (value.isInteger() || value.isDecimal()) {
            BigDecimal exact = value.isInteger() ? new BigDecimal(value.getInteger()) : value.getDecimal();
            NumberKeys.putExact(exact, key.begin(TermId.EXACT_NUMBER));
            key.put(lexicalForm);
            key.putByte(0);
            key.putByte(
                    1 + NumberKeys.NAMES.indexOf(node.getLiteralDatatypeURI().substring(Datatype.XSD.length())));
            return true;
        }
        if (value.isFloat() && !Float.isNaN(value.getFloat())) {
            NumberKeys.putFloat(value.getFloat(), key.begin(TermId.FLOAT));
            key.put(lexicalForm);
            return true;
        }
        if (value.isDouble() && !value.isFloat() && !Double.isNaN(value.getDouble())) {
            NumberKeys.putDouble(value.getDouble(), key.begin(TermId.DOUBLE));
            key.put(lexicalForm);
            return true;
        }
        return false;
    }

    private void encodeTriple(Triple triple) {
        var parts = new KeyBuffer();
        for (Node part : new Node[] {triple.getSubject(), triple.getPredicate(), triple.getObject()}) {
            var encoder = new TermEncoder(scope);
            long id = encoder.encode(part);
            TripleKeys.put(id, encoder.key(), parts);
        }
        key.begin(TermId.TRIPLE).put(parts.bytes(), 0, parts.length());
    }

    /// The key of an IRI or a plain string given as UTF-8.
    public void encode(int tag, byte[] bytes, int offset, int length) {
        key.begin(tag).put(bytes, offset, length);
    }

    /// The id of a literal given as UTF-8, if it is inlined; otherwise 0 and no key.
    long inline(String datatype, byte[] bytes, int offset, int length) {
        return length > Inline.MAX_LENGTH ? 0 : Inline.parse(Datatype.of(datatype), bytes, offset, length);
    }
}
