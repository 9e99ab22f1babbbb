package de.stadtgraph.snapshot.term;

import java.util.Arrays;

/// A tag and the bytes that a section of the dictionary keeps of a term, in a buffer that is used again and again.
/// One thread.
///
/// | tag | bytes |
/// |---|---|
/// | blank node | scope, 0, label |
/// | IRI, string | itself |
/// | language string | language, 0, lexical form |
/// | exact number | value as a key, lexical form, 0, code of the datatype |
/// | double, float | value as a key, lexical form |
/// | other literal | datatype, 0, lexical form |
/// | triple term | its terms: tag, bytes with 0 escaped, 0, 0 |
public final class KeyBuffer {
    private byte[] bytes = new byte[256];
    private int length;
    private int tag;

    public int tag() {
        return tag;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /// Begins a key.
    public KeyBuffer begin(int keyTag) {
        tag = keyTag;
        length = 0;
        return this;
    }

    public void putByte(int value) {
        if (length == bytes.length) {
            grow(1);
        }
        bytes[length++] = (byte) value;
    }

    public void put(byte[] source, int offset, int count) {
        if (bytes.length - length < count) {
            grow(count);
        }
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    public void put(String text) {
        int worst = 3 * text.length();
        if (bytes.length - length < worst) {
            grow(worst);
        }
        length = Utf8.encode(text, bytes, length);
    }

    private void grow(int more) {
        bytes = Arrays.copyOf(bytes, Math.max(Math.multiplyExact(2, bytes.length), Math.addExact(length, more)));
    }

    /// The id of rank 0 in this key's section.
    long firstId() {
        return TermId.first(tag);
    }
}
