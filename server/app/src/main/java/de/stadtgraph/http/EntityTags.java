package de.stadtgraph.http;

import de.stadtgraph.problem.Language;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Strong entity tags made of state, build and address, so that a 304 needs no look at the data (RFC 9110, section
/// 8.8.3). Immutable.
///
/// @param build id of the build: templates change what a page says
public record EntityTags(String build) {
    private static final String GZIP = "-gz\"";

    /// What one representation is.
    ///
    /// @param path path of the request
    /// @param parameters known parameters with their values, in a fixed order
    public record Representation(
            String path, SortedMap<String, String> parameters, String contentType, Language language) {}

    /// The tag `"s{state}-{build}-{h}"`.
    public String of(long state, Representation representation) {
        StringBuilder key = new StringBuilder(representation.path());
        for (Map.Entry<String, String> parameter : representation.parameters().entrySet()) {
            key.append('\n').append(parameter.getKey()).append('=').append(parameter.getValue());
        }
        key.append('\n').append(representation.contentType());
        key.append('\n').append(representation.language().tag());
        byte[] hash = sha256(bytes(key.toString()));
        return "\"s" + state + "-" + build + "-" + HexFormat.of().formatHex(hash, 0, 8) + "\"";
    }

    /// The tag of the same representation under gzip.
    static String packed(String tag) {
        return tag.substring(0, tag.length() - 1) + GZIP;
    }

    /// The caller's tag that is still good, if any of `If-None-Match` is.
    static Optional<String> match(@Nullable String header, String tag) {
        if (header == null) {
            return Optional.empty();
        }
        if (header.strip().equals("*")) {
            return Optional.of(tag);
        }
        return Arrays.stream(header.split(",", -1))
                .map(String::strip)
                .map(member -> member.startsWith("W/") ? member.substring(2) : member)
                .filter(member -> member.equals(tag) || member.equals(packed(tag)))
                .findFirst();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
