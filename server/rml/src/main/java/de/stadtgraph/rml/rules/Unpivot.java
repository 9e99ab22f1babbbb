package de.stadtgraph.rml.rules;

/// `sg:unpivot`: a record a row and matching column, instead of one a row.
///
/// @param columns pattern that a column's whole name matches
/// @param nameField the field that holds the column's name
/// @param valueField the field that holds the cell
public record Unpivot(String columns, String nameField, String valueField) {}
