package de.stadtgraph.http;

import de.stadtgraph.catalog.Dataset;
import java.util.List;
import java.util.Optional;

/// The descriptions of the datasets that the city publishes, in the order of the catalogue.
public interface Datasets {
    List<Dataset> all();

    Optional<Dataset> find(String slug);
}
