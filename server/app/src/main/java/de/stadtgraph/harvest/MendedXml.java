package de.stadtgraph.harvest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// RDF/XML in which characters that no address may hold are percent-encoded (RFC 3987, section 2.2): one such address
/// in an entry of others would else end the reading of a whole catalogue. Works on bytes, so any encoding that extends
/// ASCII stays as it is. Stateless; holds the file, up to [#MOST_BYTES], and leaves a larger one unmended.
final class MendedXml {
    static final int MOST_BYTES = 64 << 20;
    private static final Pattern ADDRESS = Pattern.compile("(\\brdf:(?:about|resource)\\s*=\\s*)([\"'])(.*?)\\2");
    private static final Pattern HEAD = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*");
    private static final Pattern ILLEGAL =
            Pattern.compile("&lt;|&gt;|&quot;|[\\x00-\\x20\\[\\]{}|\\\\^`<>]", Pattern.CASE_INSENSITIVE);

    private MendedXml() {}

    static InputStream open(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return Files.newInputStream(file);
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        String mended = ADDRESS.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + found.group(2) + mend(found.group(3)) + found.group(2)));
        return new ByteArrayInputStream(mended.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Brackets belong to an address of IPv6, so the host is left alone.
    static String mend(String address) {
        Matcher head = HEAD.matcher(address);
        int from = head.lookingAt() ? head.end() : 0;
        return address.substring(0, from)
                + ILLEGAL.matcher(address.substring(from)).replaceAll(found -> encoded(found.group()));
    }

    private static String encoded(String illegal) {
        return switch (illegal.toLowerCase(Locale.ROOT)) {
            case "&lt;" -> "%3C";
            case "&gt;" -> "%3E";
            case "&quot;" -> "%22";
            default -> "%%%02X".formatted((int) illegal.charAt(0));
        };
    }
}
