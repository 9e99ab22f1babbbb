package de.stadtgraph.rml.term;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Blank nodes by label, or the IRIs that stand for them (RDF 1.1 Concepts §3.5, "skolem IRIs"). Immutable.
///
/// @param skolemBase the IRI that `.well-known/genid/` is appended to; empty: real blank nodes
/// @param dataset makes equal labels of different datasets different
public record BlankNodes(String skolemBase, String dataset) {
    private static final String BASE_32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 26;

    /// The term for a label; the same label gives the same term, in this run and the next.
    public Term term(String label) {
        String digest = digest(label);
        return skolemBase.isEmpty()
                ? new Term.Blank("b" + digest)
                : new Term.Iri(skolemBase + ".well-known/genid/" + digest);
    }

    private String digest(String label) {
        byte[] hash = sha256((dataset + "\n" + label).getBytes(StandardCharsets.UTF_8));
        var text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            int bit = i * 5;
            int pair = ((hash[bit / 8] & 0xFF) << 8) | (hash[bit / 8 + 1] & 0xFF);
            text.append(BASE_32.charAt((pair >> (11 - bit % 8)) & 31));
        }
        return text.toString();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
