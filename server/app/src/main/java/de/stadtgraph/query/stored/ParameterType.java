package de.stadtgraph.query.stored;

import java.util.Optional;
import java.util.Set;

/// How the value of a parameter is read and bound.
public sealed interface ParameterType {

    /// A plain text of at most 1,000 characters, with a language where the variable names one.
    record Words(Optional<String> language) implements ParameterType {}

    /// Any absolute IRI.
    record AnyIri() implements ParameterType {}

    /// A concept of a scheme, by IRI or notation.
    record Concept(String scheme) implements ParameterType {}

    /// A thing of a class, by IRI or key.
    ///
    /// @param type IRI of the class, or its short name in the municipal ontology
    record Thing(String type) implements ParameterType {}

    /// A literal of a datatype.
    ///
    /// @param datatype IRI of the datatype
    record Typed(String datatype) implements ParameterType {}

    /// The XSD datatypes with a short name.
    Set<String> XSD = Set.of("integer", "decimal", "boolean", "date", "gYear", "dateTime");

    /// The name that a form, a description and an error use.
    default String shortName() {
        return switch (this) {
            case Words(Optional<String> language) -> language.isPresent() ? "text" : "string";
            case AnyIri() -> "iri";
            case Concept(String scheme) -> "concept (" + scheme + ")";
            case Thing(String type) -> "thing (" + type.substring(type.lastIndexOf('#') + 1) + ")";
            case Typed(String datatype) ->
                datatype.substring(Math.max(datatype.lastIndexOf('#'), datatype.lastIndexOf('/')) + 1);
        };
    }
}
