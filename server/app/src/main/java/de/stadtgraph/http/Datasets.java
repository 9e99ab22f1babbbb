package de.stadtgraph.http;

import de.stadtgraph.catalog.Dataset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The descriptions of the datasets that the city publishes, in the order of the catalogue.
public interface Datasets {
    List<Dataset> all();

    Optional<Dataset> find(String slug);

    /// The same, as the releases of one state describe them; where a state has none, as the city's files do.
    ///
    /// @param releases release number by slug
    default Datasets of(Map<String, Long> releases) {
        return this;
    }
}
