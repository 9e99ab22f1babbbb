package de.stadtgraph.store;

import java.nio.file.Path;

/// The quads of one release.
///
/// @param dataset slug of the dataset
/// @param number number of the release
/// @param graph IRI of the named graph of the dataset; quads without a graph name go there
/// @param quads the file `quads.nq.gz`
/// @param count number of quads in it, as its manifest says
public record ReleaseFile(String dataset, long number, String graph, Path quads, long count) {}
