package de.stadtgraph.rml.term;

import java.util.Locale;
import java.util.regex.Pattern;

/// Language tags: well-formedness (BCP 47, RFC 5646 §2.2.9) and letter case (§2.1.1). Stateless.
public final class LanguageTags {
    private static final Pattern WELL_FORMED =
            Pattern.compile("(?i)([a-z]{2,3}(-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?"
                    + "(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-[a-wy-z0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?"
                    + "|x(-[a-z0-9]{1,8})+");

    private LanguageTags() {}

    /// Whether the tag is well-formed and neither absurdly long.
    public static boolean isWellFormed(String tag) {
        return tag.length() <= 100 && WELL_FORMED.matcher(tag).matches() && !isLanguageName(tag);
    }

    /// Registered tags of five to eight letters do not exist; such a word is a language's name by mistake.
    private static boolean isLanguageName(String tag) {
        int end = tag.indexOf('-');
        return (end < 0 ? tag.length() : end) > 3;
    }

    /// The tag in the usual case: `de`, `de-Latn`, `de-AT`.
    public static String format(String tag) {
        String[] parts = tag.toLowerCase(Locale.ROOT).split("-", -1);
        boolean afterSingleton = false;
        for (int i = 1; i < parts.length; i++) {
            afterSingleton |= parts[i - 1].length() == 1;
            if (!afterSingleton && parts[i].length() == 2) {
                parts[i] = parts[i].toUpperCase(Locale.ROOT);
            } else if (!afterSingleton && parts[i].length() == 4 && Character.isLetter(parts[i].charAt(0))) {
                parts[i] = parts[i].substring(0, 1).toUpperCase(Locale.ROOT) + parts[i].substring(1);
            }
        }
        return String.join("-", parts);
    }
}
