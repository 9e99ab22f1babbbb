package de.stadtgraph.workshop;

import java.nio.file.Path;
import java.util.List;

/// Is told what was adopted once it is released and decided; it may keep it elsewhere too. Never fails: what is
/// adopted stays adopted.
public interface Keeper {
    /// Keeps nothing.
    Keeper NONE = (_, _) -> {};

    /// @param files what was written or may have been: files and folders
    void keep(Proposal adopted, List<Path> files);
}
