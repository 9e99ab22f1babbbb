package de.stadtgraph.publication;

import java.util.List;
import java.util.Map;

/// What `manifest.json` of a release says: plain values, written last, read first.
///
/// @param format version of the folder's format
/// @param dataset slug of the dataset
/// @param number number of the release
/// @param time ISO instant of the publication
/// @param graph IRI of the named graph
/// @param outcome notation of the decision
/// @param sample whether the bundled synthetic sample was published
/// @param quads number of statements
/// @param subjects number of distinct subjects
/// @param added statements that the release before had not
/// @param removed statements that only the release before had
/// @param read records read, -1 for RDF files
/// @param mapped records mapped, -1 for RDF files
/// @param rejected records rejected, -1 for RDF files
/// @param inputs digest of everything it was made of
/// @param versions versions of the server, the module and the shape families
/// @param sources the raw files
/// @param origins names of the sources, by the number that the lineage gives
/// @param rules IRIs of the triples maps, by their number
/// @param findings what was found
/// @param files digest and size of each file of the folder
record Manifest(
        int format,
        String dataset,
        long number,
        String time,
        String graph,
        String outcome,
        boolean sample,
        long quads,
        long subjects,
        long added,
        long removed,
        long read,
        long mapped,
        long rejected,
        String inputs,
        Map<String, String> versions,
        List<Source> sources,
        List<String> origins,
        List<String> rules,
        List<Found> findings,
        Map<String, Digest> files) {

    /// Version of the format that this server writes.
    static final int FORMAT = 1;

    /// A raw file.
    record Source(String name, String file, String sha256, long bytes, String fetched) {}

    /// A finding.
    record Found(String rule, String severity, long count, String de, String en, List<String> examples) {}

    /// Digest and size of a file.
    record Digest(String sha256, long bytes) {}
}
