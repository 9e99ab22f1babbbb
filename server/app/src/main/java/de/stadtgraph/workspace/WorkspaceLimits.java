package de.stadtgraph.workspace;

/// What drafts may take of memory and disk. Immutable.
///
/// @param quads statements of one draft
/// @param bytes text of the terms of one draft
/// @param drafts drafts of one owner
/// @param open drafts in memory at once
/// @param logBytes size of the log of changes after which the draft is written anew
public record WorkspaceLimits(long quads, long bytes, int drafts, int open, long logBytes) {
    public static final WorkspaceLimits DEFAULT = new WorkspaceLimits(100_000, 32 << 20, 20, 4, 4 << 20);
}
