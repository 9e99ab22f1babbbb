package de.stadtgraph.publication;

import de.stadtgraph.catalog.Dataset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;

/// A mapped and judged graph that may become a release.
///
/// @param dataset what it is a delivery of
/// @param quads N-Triples or N-Quads, in any order, repeats allowed; quads without a graph name go to the dataset's
/// graph
/// @param sources the raw files
/// @param inputs digest of everything the candidate was made of; equal digests make equal candidates
/// @param versions versions of the server, the module and the shape families
/// @param records what became of the records; absent for RDF files
/// @param sample whether the bundled synthetic sample was read
/// @param subjects lineage lines: subject, source number, record number, triples-map number, parted by tabs
/// @param origins names of the sources, by the number that the lineage gives
/// @param rules IRIs of the triples maps, by their number
/// @param undeclaredFields source fields that are neither mapped nor left out with a reason (P11)
/// @param findings what shapes and mapping found, heaviest first
/// @param report the report in RDF, without blank nodes
public record Candidate(
        Dataset dataset,
        Path quads,
        List<SourceRecord> sources,
        String inputs,
        Map<String, String> versions,
        Optional<RecordCounts> records,
        boolean sample,
        Optional<Path> subjects,
        List<String> origins,
        List<String> rules,
        List<String> undeclaredFields,
        List<Finding> findings,
        Graph report) {

    public Candidate {
        sources = List.copyOf(sources);
        versions = Map.copyOf(versions);
        origins = List.copyOf(origins);
        rules = List.copyOf(rules);
        undeclaredFields = List.copyOf(undeclaredFields);
        findings = List.copyOf(findings);
    }
}
