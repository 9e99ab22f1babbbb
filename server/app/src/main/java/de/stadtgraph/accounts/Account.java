package de.stadtgraph.accounts;

import java.util.Set;

/// Who signed in. Immutable.
///
/// @param id public part of the token; what logs and limits know it by
/// @param name name of a function or person, never in public RDF
/// @param role what it may do
/// @param datasets slugs of the datasets that a steward answers for
public record Account(String id, String name, Role role, Set<String> datasets) {
    public Account {
        datasets = Set.copyOf(datasets);
    }

    /// Whether it answers for a dataset.
    public boolean owns(String dataset) {
        return role == Role.STEWARD && datasets.contains(dataset);
    }
}
