package de.stadtgraph.http.dereference;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The spellings under which an IRI may stand in the data, given the path of a request (RFC 3986, section 6.2.2).
/// Stateless.
final class Spelling {
    private static final Pattern OCTETS = Pattern.compile("(%[0-9a-fA-F]{2})+");

    private Spelling() {}

    /// The path as percent-encoded ASCII, and with its letters written out.
    static Set<String> of(String path) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(replace(path, "[A-Za-z0-9._~-]"));
        spellings.add(replace(path, "[A-Za-z0-9._~-]|[^\\x00-\\x7f]"));
        return spellings;
    }

    /// Decodes the characters that match, and writes the others in capitals.
    private static String replace(String path, String readable) {
        return OCTETS.matcher(path).replaceAll(found -> {
            String decoded = URLDecoder.decode(found.group(), StandardCharsets.UTF_8);
            StringBuilder text = new StringBuilder();
            decoded.codePoints().forEach(point -> {
                String character = Character.toString(point);
                text.append(character.matches(readable) ? character : encode(character));
            });
            return java.util.regex.Matcher.quoteReplacement(text.toString());
        });
    }

    private static String encode(String character) {
        StringBuilder octets = new StringBuilder();
        for (byte octet : character.getBytes(StandardCharsets.UTF_8)) {
            octets.append(String.format(Locale.ROOT, "%%%02X", octet));
        }
        return octets.toString();
    }
}
