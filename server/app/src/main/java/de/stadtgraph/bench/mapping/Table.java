package de.stadtgraph.bench.mapping;

import java.util.List;
import java.util.function.IntFunction;

/// A table of the benchmark's data.
///
/// @param columns names of the columns
/// @param rows number of rows
/// @param cells the cells of a row by its number from 0; asked in order, once a row
record Table(String name, List<String> columns, int rows, IntFunction<List<String>> cells) {}
