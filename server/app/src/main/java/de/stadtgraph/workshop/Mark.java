package de.stadtgraph.workshop;

import de.stadtgraph.problem.Text;

/// A remark on a line of a draft. Immutable.
///
/// @param line from 1; 0 where it concerns the whole text
/// @param column from 1; 0 where it concerns the whole line
/// @param grave whether the draft cannot be applied as it is
/// @param message what is wrong and what to do
public record Mark(int line, int column, boolean grave, Text message) {}
