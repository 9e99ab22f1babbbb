package de.stadtgraph.cli;

import java.io.PrintStream;

/// The streams a command speaks on.
///
/// @param out results, one a line; what a script reads
/// @param err progress, sentences about errors
/// @param interactive whether a person watches `err`
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {}
