package de.stadtgraph.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All that decides what a release holds, known before anything is mapped. Immutable.
///
/// @param sources the sources in the order of their numbers
/// @param moduleDigest digest of the mapping module
/// @param versions what else takes part, each with its version or digest: `server`, `shapes/trees`, `release/areas`
/// @param sample whether the sources are the bundled synthetic sample
public record Inputs(List<SourceDigest> sources, String moduleDigest, Map<String, String> versions, boolean sample) {
    public Inputs {
        sources = List.copyOf(sources);
        versions = Map.copyOf(versions);
    }

    /// Whether a run on these would make the same release as a run on the others. Names, addresses and times of the
    /// fetch do not count.
    public boolean same(Inputs other) {
        return moduleDigest.equals(other.moduleDigest)
                && versions.equals(other.versions)
                && sample == other.sample
                && digests().equals(other.digests());
    }

    private Map<String, String> digests() {
        Map<String, String> digests = new HashMap<>();
        sources.forEach(source -> digests.put(source.name(), source.sha256()));
        return digests;
    }
}
