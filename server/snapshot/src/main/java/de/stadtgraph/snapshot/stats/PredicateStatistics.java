package de.stadtgraph.snapshot.stats;

import java.util.List;
import java.util.Optional;

/// What the triples of one predicate are, each triple counted once. Ids are those of the index.
///
/// @param predicate its id
/// @param triples number of different triples
/// @param subjects number of different subjects
/// @param objects number of different objects
/// @param tags what the objects are, tags in rising order
/// @param languages triples by language of the object, for language strings
public record PredicateStatistics(
        long predicate, long triples, long subjects, long objects, List<Tag> tags, List<Language> languages) {
    public PredicateStatistics {
        tags = List.copyOf(tags);
        languages = List.copyOf(languages);
    }

    /// Whether no subject has two objects.
    public boolean isFunctional() {
        return triples == subjects;
    }

    /// The objects of a tag.
    public Optional<Tag> tag(int tag) {
        return tags.stream().filter(one -> one.tag() == tag).findFirst();
    }

    /// The objects of one tag.
    ///
    /// @param tag the tag
    /// @param triples number of triples
    /// @param min smallest id
    /// @param max largest id
    /// @param zone the zone of all date-times, as [de.stadtgraph.snapshot.term.TermId#zone] codes it; -1 if they
    /// differ or have none
    /// @param fractionDigits written fraction digits of all date-times or decimals, -1 if they differ
    public record Tag(int tag, long triples, long min, long max, int zone, int fractionDigits) {}

    /// Triples whose object has a language.
    ///
    /// @param tag the language tag
    /// @param triples number of triples
    public record Language(String tag, long triples) {}
}
