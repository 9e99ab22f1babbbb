package de.stadtgraph;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.catalog.DatasetFile;
import de.stadtgraph.http.Datasets;
import de.stadtgraph.vocabulary.CityIris;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The descriptions in the checkout: of the mapping modules, the ontology and the code lists. Read once; immutable.
final class PublishedDatasets implements Datasets {
    private final Map<String, Dataset> datasets = new LinkedHashMap<>();

    PublishedDatasets(Home home, CityIris iris) {
        try (Stream<Path> modules = Files.list(home.mappings())) {
            modules.sorted().forEach(module -> add(String.valueOf(module.getFileName()), module, iris));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        add("kos", home.kos(), iris);
        add("ontology", home.ontologies(), iris);
    }

    private void add(String slug, Path folder, CityIris iris) {
        Path description = folder.resolve("dataset.ttl");
        if (Files.isRegularFile(description)) {
            datasets.put(slug, DatasetFile.read(description, slug, iris));
        }
    }

    @Override
    public List<Dataset> all() {
        return List.copyOf(datasets.values());
    }

    @Override
    public Optional<Dataset> find(String slug) {
        return Optional.ofNullable(datasets.get(slug));
    }
}
