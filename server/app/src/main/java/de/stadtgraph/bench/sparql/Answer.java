package de.stadtgraph.bench.sparql;

/// An answer in short: sums over its rows, so that their order is free and duplicates count.
///
/// @param rows number of rows
/// @param value checksum of values: numbers rounded to 0.001, datatype and language left aside
/// @param term checksum of exact terms
record Answer(long rows, long value, long term) {

    /// What another answer is, compared with this one.
    String verdict(Answer other) {
        if (other.rows != rows) {
            return "WRONG: " + other.rows + " rows, not " + rows;
        }
        if (other.value != value) {
            return "WRONG: other values";
        }
        return other.term == term ? "equal" : "equal values, other terms";
    }
}
