package de.stadtgraph.snapshot.term;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads lexical forms as UTF-8 bytes without making terms; quick when ids rise. One thread.
public final class TermReader {
    private final Dictionary dictionary;
    private final @Nullable KeyCursor[] cursors = new KeyCursor[TermId.TAGS];
    private final byte[] inline = new byte[Inline.MAX_LENGTH];
    private byte[] bytes = inline;
    private int tag;
    private int keyLength;
    private int start;
    private int end;

    TermReader(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /// Goes to a stored id; not to a triple term.
    public TermReader read(long id) {
        tag = TermId.tag(id);
        if (!TermId.isRanked(tag)) {
            bytes = inline;
            start = 0;
            end = Inline.print(id, inline);
            return this;
        }
        KeyCursor cursor = cursor(tag);
        cursor.seek(TermId.payload(id));
        bytes = cursor.bytes();
        keyLength = cursor.length();
        start = TermDecoder.lexicalStart(tag, bytes, 0);
        end = TermDecoder.lexicalEnd(tag, keyLength);
        return this;
    }

    private KeyCursor cursor(int wanted) {
        KeyCursor cursor = cursors[wanted];
        if (cursor == null) {
            cursor = dictionary.keys(wanted);
            cursors[wanted] = cursor;
        }
        return cursor;
    }

    /// The bytes that hold the lexical form from [#start] to [#end]; until the next read.
    public byte[] bytes() {
        return bytes;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    /// Number of bytes that stand before the lexical form without the byte between: the language of a language string,
    /// the IRI of another datatype.
    public int prefixEnd() {
        return Math.max(0, start - 1);
    }

    /// The lexical form, the IRI, or the label of a blank node without its scope.
    public String text() {
        return Utf8.decode(bytes, start, end - start);
    }

    /// The language of a language string, otherwise empty.
    public String language() {
        return tag == TermId.LANG_STRING ? Utf8.decode(bytes, 0, start - 1) : "";
    }

    /// IRI of the datatype; empty for IRIs and blank nodes.
    public String datatype() {
        return switch (tag) {
            case TermId.BLANK, TermId.IRI, TermId.TRIPLE -> "";
            case TermId.STRING -> Datatype.XSD + "string";
            case TermId.LANG_STRING -> "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";
            case TermId.EXACT_NUMBER -> Datatype.XSD + NumberKeys.NAMES.get(bytes[keyLength - 1] - 1);
            case TermId.DOUBLE -> Datatype.XSD + "double";
            case TermId.FLOAT -> Datatype.XSD + "float";
            case TermId.OTHER -> new String(bytes, 0, start - 1, StandardCharsets.UTF_8);
            default -> Inline.datatype(tag).node().getURI();
        };
    }
}
