package de.stadtgraph.rml.term;

/// What an IRI may look like before it leaves the engine (RFC 3987, §2.2), and how a relative one is completed.
/// Stateless.
public final class IriSyntax {
    private static final String ALLOWED = ":/?#[]@!$&'()*+,;=";

    private static final boolean[] PLAIN = plain();

    private IriSyntax() {}

    private static boolean[] plain() {
        boolean[] table = new boolean[128];
        for (int c = 0; c < table.length; c++) {
            table[c] = PercentEncoding.isUnreserved(c) || ALLOWED.indexOf(c) >= 0;
        }
        return table;
    }

    /// Whether the bytes are seen at once to be an absolute IRI: of ASCII, with nothing encoded and no segment that
    /// begins
    /// with a dot. Of others this says nothing.
    public static boolean isPlainlyAbsolute(byte[] bytes, int from, int to) {
        int colon = from;
        while (colon < to && isLetter(bytes[colon])) {
            colon++;
        }
        if (colon == from || colon + 1 >= to || bytes[colon] != ':') {
            return false;
        }
        int fragments = 0;
        for (int i = colon + 1; i < to; i++) {
            byte octet = bytes[i];
            fragments += octet == '#' ? 1 : 0;
            if (octet < 0 || !PLAIN[octet] || (octet == '.' && bytes[i - 1] == '/')) {
                return false;
            }
        }
        return fragments <= 1;
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /// Whether the text is an absolute IRI without dot segments, blanks, controls, private or forbidden characters.
    public static boolean isAbsolute(String iri) {
        int colon = schemeEnd(iri);
        return colon > 0 && colon < iri.length() - 1 && hasLegalCharacters(iri) && !hasDotSegment(iri, colon + 1);
    }

    /// Whether the text begins with a scheme.
    public static boolean hasScheme(String iri) {
        return schemeEnd(iri) > 0;
    }

    private static int schemeEnd(String iri) {
        for (int i = 0; i < iri.length(); i++) {
            char c = iri.charAt(i);
            boolean letter = isLetter(c);
            if (c == ':') {
                return i;
            }
            if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'))) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean hasLegalCharacters(String iri) {
        int fragments = 0;
        for (int i = 0; i < iri.length(); ) {
            int c = iri.codePointAt(i);
            if (c == '%') {
                if (!isEncodedOctet(iri, i)) {
                    return false;
                }
            } else if (c == '#') {
                fragments++;
            } else if (c < 0x80
                    ? !PercentEncoding.isUnreserved(c) && ALLOWED.indexOf(c) < 0
                    : !PercentEncoding.isUcs(c)) {
                return false;
            }
            i += Character.charCount(c);
        }
        return fragments <= 1;
    }

    private static boolean isEncodedOctet(String iri, int at) {
        return at + 2 < iri.length()
                && Character.digit(iri.charAt(at + 1), 16) >= 0
                && Character.digit(iri.charAt(at + 2), 16) >= 0;
    }

    /// A path segment `.` or `..` (which a browser would resolve away).
    private static boolean hasDotSegment(String iri, int from) {
        int end = iri.length();
        for (int i = from; i < end; i++) {
            char c = iri.charAt(i);
            if (c == '?' || c == '#') {
                return false;
            }
            if (c == '/') {
                int dots = i + 1;
                while (dots < end && iri.charAt(dots) == '.') {
                    dots++;
                }
                int count = dots - i - 1;
                boolean ends = dots == end || "/?#".indexOf(iri.charAt(dots)) >= 0;
                if (ends && (count == 1 || count == 2)) {
                    return true;
                }
            }
        }
        return false;
    }
}
