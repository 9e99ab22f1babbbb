package de.stadtgraph.rml;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What a run came to. Immutable.
///
/// @param sources in the order of reading; lineage numbers them from 0
/// @param rules one a triples map, in the order of the mapping; lineage numbers them from 0
/// @param rejections samples, in the order of sources and records
/// @param unmappedCodes code list → value → how often it was looked up in vain
/// @param quads written
public record MappingReport(
        List<SourceReport> sources,
        List<RuleReport> rules,
        List<Rejection> rejections,
        Map<String, Map<String, Long>> unmappedCodes,
        long quads,
        Duration time) {
    public MappingReport {
        sources = List.copyOf(sources);
        rules = List.copyOf(rules);
        rejections = List.copyOf(rejections);
        unmappedCodes = Map.copyOf(unmappedCodes);
    }
}
