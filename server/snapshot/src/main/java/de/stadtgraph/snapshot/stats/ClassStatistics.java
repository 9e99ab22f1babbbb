package de.stadtgraph.snapshot.stats;

import java.util.List;

/// What the instances of one class say. Ids are those of the index.
///
/// @param type id of the class
/// @param instances number of its instances
/// @param predicates what they say, predicates in rising order
public record ClassStatistics(long type, long instances, List<Property> predicates) {
    public ClassStatistics {
        predicates = List.copyOf(predicates);
    }

    /// A predicate of the instances.
    ///
    /// @param predicate its id
    /// @param triples number of triples whose subject is an instance
    /// @param subjects number of instances that have it
    public record Property(long predicate, long triples, long subjects) {}
}
