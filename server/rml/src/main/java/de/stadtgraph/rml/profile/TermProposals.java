package de.stadtgraph.rml.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds existing properties by the names that people gave fields. Immutable.
final class TermProposals {
    private static final Pattern UNIT = Pattern.compile("\\s+(in\\s+\\S+(\\s+\\S+)?|[(\\[].{1,12}[)\\]])$");

    private final Map<String, KnownTerm> byName = new HashMap<>();

    TermProposals(List<KnownTerm> terms) {
        for (KnownTerm term : terms) {
            term.names().forEach(name -> byName.putIfAbsent(normal(name), term));
        }
        for (KnownTerm term : terms) {
            // A label may say the unit that a field's name leaves out: "tree height in m".
            term.names()
                    .forEach(
                            name -> byName.putIfAbsent(normal(UNIT.matcher(name).replaceFirst("")), term));
        }
    }

    /// The property whose label, synonym or name is the field's.
    Optional<KnownTerm> of(String field) {
        String last = field.replaceAll("\\[\\*]$", "").replaceFirst(".*[./]", "");
        String normal = normal(last);
        return normal.length() < 2 ? Optional.empty() : Optional.ofNullable(byName.get(normal));
    }

    private static String normal(String name) {
        return Slug.kebab(name).replace("-", "");
    }
}
