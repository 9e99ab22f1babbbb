package de.stadtgraph.snapshot;

import de.stadtgraph.snapshot.build.StoredIndex;
import java.nio.file.Path;
import java.util.function.LongUnaryOperator;

/// An index beside that of a segment, such as that of its texts. It is made of the finished segment in a folder of its
/// own inside it, and belongs to it from then on: sealed with it, shared by generations, removed with it.
public interface SideIndex {

    /// Name of its folder.
    String name();

    /// Writes it.
    ///
    /// @param segment terms and quads, with the ids of the segment
    /// @param folder an empty folder
    void write(StoredIndex segment, Path folder);

    /// What was written for a segment of a snapshot.
    ///
    /// @param folder where it is
    /// @param global the snapshot's id of an id of the segment
    record Written(Path folder, LongUnaryOperator global) {}
}
