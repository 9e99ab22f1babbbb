package de.stadtgraph.rml.function;

/// A parameter of a function.
///
/// @param use how many values it takes, and from where
public record Parameter(String iri, Use use) {
    /// How a parameter is filled.
    public enum Use {
        /// One value a row; without it the function gives nothing.
        VALUE,
        /// One value a row, or none.
        OPTIONAL_VALUE,
        /// All values of a row, also none.
        VALUES,
        /// One constant of the mapping.
        CONSTANT,
        /// One constant or none.
        OPTIONAL_CONSTANT,
        /// Constants, also none.
        CONSTANTS
    }

    /// Whether the values stand in the mapping.
    public boolean isConstant() {
        return use == Use.CONSTANT || use == Use.OPTIONAL_CONSTANT || use == Use.CONSTANTS;
    }

    /// Whether the function can do nothing without it.
    public boolean isRequired() {
        return use == Use.VALUE || use == Use.CONSTANT;
    }
}
