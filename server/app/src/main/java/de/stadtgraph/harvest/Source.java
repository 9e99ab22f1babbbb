package de.stadtgraph.harvest;

import java.nio.file.Path;

/// Where one kind of raw data of a dataset comes from.
///
/// @param dataset slug of the dataset
/// @param name name of the source within its mapping module
/// @param file the local file
/// @param bundled whether it is the sample that ships with the module
public record Source(String dataset, String name, Path file, boolean bundled) {}
