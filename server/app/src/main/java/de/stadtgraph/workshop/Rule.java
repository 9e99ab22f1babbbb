package de.stadtgraph.workshop;

import de.stadtgraph.problem.Text;

/// One shape, as people read it. Immutable.
///
/// @param name name within the family
/// @param title short name
/// @param target what it judges
/// @param path the property, or the way to it; empty where it judges the thing as a whole
/// @param column name of the property alone, for a table; empty where the path is longer than one
/// @param property IRI of that property; empty where the path is longer than one
/// @param cardinality how many values, as `1..1`; empty where any number is good
/// @param demands what a value must be
/// @param datatype IRI of the datatype; empty where none is demanded
/// @param reference whether a value is a thing, not a text
/// @param severity how grave a result is: `info`, `warning`, `violation`, `block`
/// @param message what is said of a value that breaks it
/// @param repairHint what to do
public record Rule(
        String name,
        Text title,
        String target,
        String path,
        String column,
        String property,
        String cardinality,
        String demands,
        String datatype,
        boolean reference,
        String severity,
        Text message,
        Text repairHint) {}
