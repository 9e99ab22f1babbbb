package de.stadtgraph.harvest;

/// What came of fetching one source.
public sealed interface HarvestOutcome {

    /// New bytes.
    record Fetched(Fetch fetch) implements HarvestOutcome {}

    /// The bytes are those of the last fetch.
    record NotModified(Fetch fetch) implements HarvestOutcome {}

    /// There is nothing to read; the last good release stays.
    ///
    /// @param source what was asked for
    /// @param reason one sentence that names the file
    record Unreachable(Source source, String reason) implements HarvestOutcome {}
}
