package de.stadtgraph.rml.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A set of texts, kept as the first 128 bits of their SHA-256: equal texts are found, others are never confused
/// in practice. 16 to 32 bytes a text, at most 30 million. Not thread-safe.
final class Fingerprints {
    private static final int MOST = 30_000_000;

    private final MessageDigest digest;
    private long[] table = new long[1 << 11];
    private int size;

    Fingerprints() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /// Adds the text; false if it was there.
    boolean add(CharSequence text) throws SetTooLargeException {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        long high = hash.getLong() | 1;
        long low = hash.getLong();
        if (!insert(table, high, low)) {
            return false;
        }
        size++;
        if (size > MOST) {
            throw new SetTooLargeException();
        }
        if (size * 4L > table.length) {
            grow();
        }
        return true;
    }

    /// More than can be kept.
    static final class SetTooLargeException extends Exception {}

    private static boolean insert(long[] table, long high, long low) {
        int mask = table.length - 2;
        int at = (int) low << 1 & mask;
        while (table[at] != 0) {
            if (table[at] == high && table[at + 1] == low) {
                return false;
            }
            at = at + 2 & mask;
        }
        table[at] = high;
        table[at + 1] = low;
        return true;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (int i = 0; i < table.length; i += 2) {
            if (table[i] != 0) {
                insert(larger, table[i], table[i + 1]);
            }
        }
        table = larger;
    }
}
