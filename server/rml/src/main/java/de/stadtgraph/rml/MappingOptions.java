package de.stadtgraph.rml;

import java.nio.file.Path;
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
/// @param threads that evaluate records; the output is the same whatever their number
/// @param memoryBytes what joins and repeats may take of the heap; what is more lies in files of `temporary`
/// @param temporary an existing folder, the empty path for the platform's own; the files are gone after the run
/// @param mostRejected records; one more ends the run with a [SourceException]
/// @param digests whether the report tells the SHA-256 of each source
public record MappingOptions(
        String base,
        Map<String, CodeList> codeLists,
        String skolemBase,
        String dataset,
        List<String> ownedPrefixes,
        boolean failFast,
        int threads,
        long memoryBytes,
        Path temporary,
        long mostRejected,
        boolean digests) {
    private static final long MEMORY = 96 << 20;
    private static final int SHARE_OF_HEAP = 3;

    public MappingOptions {
        codeLists = Map.copyOf(codeLists);
        ownedPrefixes = List.copyOf(ownedPrefixes);
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1");
        }
        if (mostRejected < 0) {
            throw new IllegalArgumentException("mostRejected must not be negative");
        }
    }

    /// No code lists, blank nodes, any subject, errors counted, all cores, 96 MB or a third of a smaller heap.
    public static MappingOptions defaults(String base) {
        int cores = Runtime.getRuntime().availableProcessors();
        long memory = Math.min(MEMORY, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
        return new MappingOptions(
                base, Map.of(), "", "", List.of(), false, cores, memory, Path.of(""), Long.MAX_VALUE, true);
    }

    /// Whether a mapping makes the same terms of a record with the others, code lists left aside.
    boolean makesTermsAs(MappingOptions other) {
        return base.equals(other.base)
                && skolemBase.equals(other.skolemBase)
                && dataset.equals(other.dataset)
                && ownedPrefixes.equals(other.ownedPrefixes);
    }

    public MappingOptions withCodeLists(Map<String, CodeList> lists) {
        return new MappingOptions(
                base,
                lists,
                skolemBase,
                dataset,
                ownedPrefixes,
                failFast,
                threads,
                memoryBytes,
                temporary,
                mostRejected,
                digests);
    }

    /// Blank nodes become IRIs below the base, apart for each dataset.
    public MappingOptions withSkolemBase(String iri, String datasetName) {
        return new MappingOptions(
                base,
                codeLists,
                iri,
                datasetName,
                ownedPrefixes,
                failFast,
                threads,
                memoryBytes,
                temporary,
                mostRejected,
                digests);
    }

    public MappingOptions withOwnedPrefixes(List<String> prefixes) {
        return new MappingOptions(
                base,
                codeLists,
                skolemBase,
                dataset,
                prefixes,
                failFast,
                threads,
                memoryBytes,
                temporary,
                mostRejected,
                digests);
    }

    /// The first data error ends the run.
    public MappingOptions failingFast() {
        return new MappingOptions(
                base,
                codeLists,
                skolemBase,
                dataset,
                ownedPrefixes,
                true,
                threads,
                memoryBytes,
                temporary,
                mostRejected,
                digests);
    }

    public MappingOptions withThreads(int most) {
        return new MappingOptions(
                base,
                codeLists,
                skolemBase,
                dataset,
                ownedPrefixes,
                failFast,
                most,
                memoryBytes,
                temporary,
                mostRejected,
                digests);
    }

    /// So many bytes of the heap, and a folder for what is more.
    public MappingOptions withMemory(long bytes, Path folder) {
        return new MappingOptions(
                base,
                codeLists,
                skolemBase,
                dataset,
                ownedPrefixes,
                failFast,
                threads,
                bytes,
                folder,
                mostRejected,
                digests);
    }

    /// So many records may be rejected; with one more the run has no result.
    public MappingOptions withMostRejected(long records) {
        return new MappingOptions(
                base,
                codeLists,
                skolemBase,
                dataset,
                ownedPrefixes,
                failFast,
                threads,
                memoryBytes,
                temporary,
                records,
                digests);
    }

    /// The report tells no digests: nobody asks for them, and the sources need not be digested.
    public MappingOptions withoutDigests() {
        return new MappingOptions(
                base,
                codeLists,
                skolemBase,
                dataset,
                ownedPrefixes,
                failFast,
                threads,
                memoryBytes,
                temporary,
                mostRejected,
                false);
    }
}
