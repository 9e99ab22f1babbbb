package de.stadtgraph.publication;

import com.fasterxml.jackson.databind.JsonNode;
import de.stadtgraph.catalog.Dataset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;

/// A mapped graph before it is judged, with what its run found. Immutable by contract: nobody writes to its graphs.
///
/// @param dataset what it would be a release of
/// @param quads its statements
/// @param inputs what it was made from
/// @param records the run's count of source records
/// @param unmappedFields names of source fields neither mapped nor left out with a reason (rule P11); never values
/// @param findings results of the checks, by rule
/// @param report the validation report, without blank nodes
/// @param reportSummary the report as a small JSON object
/// @param measurements quality measurements, without blank nodes
/// @param lineage file written by [LineageRecorder], if the run kept one
/// @param triplesMaps names of the triples maps in the order of their numbers in the lineage
/// @param mapping the mapping file that made it, if there is one
public record Candidate(
        Dataset dataset,
        SortedQuads quads,
        Inputs inputs,
        RecordCounts records,
        List<String> unmappedFields,
        List<Finding> findings,
        Graph report,
        JsonNode reportSummary,
        Graph measurements,
        Optional<Path> lineage,
        List<String> triplesMaps,
        Optional<Path> mapping) {
    public Candidate {
        unmappedFields = List.copyOf(unmappedFields);
        findings = List.copyOf(findings);
        triplesMaps = List.copyOf(triplesMaps);
    }

    /// Whether it was made from the bundled synthetic sample.
    public boolean sample() {
        return inputs.sample();
    }
}
