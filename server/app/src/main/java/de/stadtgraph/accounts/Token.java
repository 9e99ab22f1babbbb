package de.stadtgraph.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What proves an account: `sg_<id>_<secret>`, 256 random bits in the secret. Shown once, kept as a hash only.
///
/// @param id eight letters or digits, public
/// @param secret 43 characters of base64url
record Token(String id, String secret) {
    private static final Pattern FORM = Pattern.compile("sg_([a-z0-9]{8})_([A-Za-z0-9_-]{43})");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    static Token random(SecureRandom random) {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return new Token(id.toString(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    static Optional<Token> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new Token(form.group(1), form.group(2))) : Optional.empty();
    }

    /// SHA-256 of the secret; 256 random bits need no salt and no slow hash.
    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Compares in a time that does not depend on where the texts differ.
    boolean hashesTo(String hash) {
        return MessageDigest.isEqual(
                hash().getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    String text() {
        return "sg_" + id + "_" + secret;
    }

    /// Never the secret.
    @Override
    public String toString() {
        return "sg_" + id + "_…";
    }
}
