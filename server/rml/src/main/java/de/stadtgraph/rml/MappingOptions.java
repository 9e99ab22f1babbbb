package de.stadtgraph.rml;

import java.util.List;
import java.util.Map;

/// How a mapping is run. Immutable.
///
/// @param base completes relative IRIs where the mapping has no `rml:baseIRI`
/// @param codeLists by the name that `sg:list` uses
/// @param skolemBase blank nodes become IRIs below it; empty: they stay blank nodes
/// @param dataset keeps such IRIs of different datasets apart
/// @param ownedPrefixes each subject must begin with one of them; empty: any subject
/// @param failFast the first data error ends the run with a [SourceException]
/// @param threads the most threads a run may use; the present engine uses one
public record MappingOptions(
        String base,
        Map<String, CodeList> codeLists,
        String skolemBase,
        String dataset,
        List<String> ownedPrefixes,
        boolean failFast,
        int threads) {
    /// No code lists, blank nodes, any subject, errors counted.
    public static MappingOptions defaults(String base) {
        return new MappingOptions(
                base, Map.of(), "", "", List.of(), false, Runtime.getRuntime().availableProcessors());
    }

    public MappingOptions withCodeLists(Map<String, CodeList> lists) {
        return new MappingOptions(base, Map.copyOf(lists), skolemBase, dataset, ownedPrefixes, failFast, threads);
    }

    /// Blank nodes become IRIs below the base, apart for each dataset.
    public MappingOptions withSkolemBase(String iri, String datasetName) {
        return new MappingOptions(base, codeLists, iri, datasetName, ownedPrefixes, failFast, threads);
    }

    public MappingOptions withOwnedPrefixes(List<String> prefixes) {
        return new MappingOptions(base, codeLists, skolemBase, dataset, List.copyOf(prefixes), failFast, threads);
    }

    /// The first data error ends the run.
    public MappingOptions failingFast() {
        return new MappingOptions(base, codeLists, skolemBase, dataset, ownedPrefixes, true, threads);
    }

    public MappingOptions withThreads(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("threads must be at least 1");
        }
        return new MappingOptions(base, codeLists, skolemBase, dataset, ownedPrefixes, failFast, most);
    }
}
