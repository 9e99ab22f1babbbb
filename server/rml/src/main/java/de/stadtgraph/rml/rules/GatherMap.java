package de.stadtgraph.rml.rules;

import java.util.List;

/// `rml:gather` (RML-CC): the members of a collection or container.
///
/// @param members each of them a term map, which may gather itself, or the subjects of another triples map
/// @param form `rml:gatherAs`
/// @param allowsEmpty `rml:allowEmptyListAndContainer`: whether no members make an empty one, or nothing
/// @param product `rml:strategy`: one collection a combination of the members' values, instead of all in one
public record GatherMap(List<ObjectRule> members, Form form, boolean allowsEmpty, boolean product, long line) {
    /// What is made of the members.
    public enum Form {
        LIST,
        BAG,
        SEQ,
        ALT
    }

    public GatherMap {
        members = List.copyOf(members);
    }
}
