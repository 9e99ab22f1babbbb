package de.stadtgraph.rml.profile;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Names for IRIs and fields out of names that people wrote. Stateless.
final class Slug {
    private Slug() {}

    /// Lower case, `ä` as `ae`, all else but letters and digits a dash.
    static String kebab(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String german =
                lower.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
        String plain = Normalizer.normalize(german, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /// The last part of a path in lower camel case, told apart from those taken.
    static String camel(String path, Set<String> taken) {
        String last = path.replaceAll("\\[\\*]$", "").replaceFirst(".*[.]", "").replaceFirst(".*/(?=.)", "");
        var name = new StringBuilder();
        for (String word : kebab(last).split("-", -1)) {
            if (!word.isEmpty()) {
                name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
            }
        }
        if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
            name.insert(0, "field");
        }
        String free = name.toString();
        for (int number = 2; !taken.add(free); number++) {
            free = name + Integer.toString(number);
        }
        return free;
    }

    /// Whether the normal forms of all texts differ and none is empty.
    static boolean tellApart(Iterable<String> texts) {
        Set<String> seen = new HashSet<>();
        for (String text : texts) {
            String slug = kebab(text);
            if (slug.isEmpty() || !seen.add(slug)) {
                return false;
            }
        }
        return true;
    }
}
