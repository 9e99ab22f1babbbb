package de.stadtgraph.rml.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds existing properties by the names that people gave fields. Immutable.
final class TermProposals {
    private final Map<String, KnownTerm> byName = new HashMap<>();

    TermProposals(List<KnownTerm> terms) {
        for (KnownTerm term : terms) {
            term.names().forEach(name -> byName.putIfAbsent(normal(name), term));
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
