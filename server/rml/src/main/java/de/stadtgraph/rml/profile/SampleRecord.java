package de.stadtgraph.rml.profile;

import java.util.List;

/// A record that is kept for the sample.
///
/// @param number of the record, from 1
/// @param cells of a table row; of other records one text, the whole record
/// @param values values by field, in the order of the fields
record SampleRecord(long number, List<String> cells, List<List<String>> values) {}
