package de.stadtgraph.workshop;

import de.stadtgraph.problem.ServerException;
import java.nio.file.Path;
import java.util.SortedMap;

/// Where the released files of what is edited lie: shape families, or vocabularies. For many threads.
public interface Released {
    /// The part that everything has; the others stand beside it.
    Part main();

    /// Whether a draft may have this part.
    boolean allows(Part part);

    /// The files of a family or vocabulary, by the part of a draft that each becomes; the names of parts in
    /// alphabetical order.
    ///
    /// @throws ServerException [ErrorCode#NOT_FOUND] when there is none with this name
    SortedMap<Part, Path> parts(String name);
}
