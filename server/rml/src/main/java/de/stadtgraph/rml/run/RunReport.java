package de.stadtgraph.rml.run;

import java.util.List;
import java.util.Map;

/// What a run came to.
///
/// @param quadsByMap one number a triples map
/// @param unmapped code list → value → how often
public record RunReport(
        List<ScanReport> scans,
        List<Long> quadsByMap,
        List<Finding> findings,
        Map<String, Map<String, Long>> unmapped) {}
