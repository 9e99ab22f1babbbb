package de.stadtgraph.http;

import de.stadtgraph.store.Generation;

/// Where a request gets its generation from: the one that is current now. The caller closes it.
@FunctionalInterface
public interface CurrentGeneration {

    /// Takes hold of the current generation.
    ///
    /// @throws de.stadtgraph.problem.ServerException `starting` before the first one can answer
    Generation acquire();
}
