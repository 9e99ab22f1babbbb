package de.stadtgraph;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.catalog.DatasetFile;
import de.stadtgraph.http.Datasets;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.publication.Release;
import de.stadtgraph.publication.Releases;
import de.stadtgraph.vocabulary.CityIris;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The datasets of the city: each as its current release describes it, and those that have none as the checkout does.
///
/// For many threads. Descriptions of releases never change, so each is read once.
final class PublishedDatasets implements Datasets {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedDatasets.class);

    private final Releases releases;
    private final CityIris iris;
    private final Later<Map<String, Dataset>> checkout;
    private final Map<String, Optional<Dataset>> known = new ConcurrentHashMap<>();

    PublishedDatasets(Home home, CityIris iris, Releases releases) {
        this.releases = releases;
        this.iris = iris;
        this.checkout = Later.of(() -> described(home, iris));
    }

    /// The datasets that the checkout describes.
    private static Map<String, Dataset> described(Home home, CityIris iris) {
        Map<String, Dataset> datasets = new LinkedHashMap<>();
        try (Stream<Path> modules = Files.list(home.mappings())) {
            for (Path module : modules.sorted().toList()) {
                read(module, String.valueOf(module.getFileName()), iris, datasets);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        read(home.kos(), "kos", iris, datasets);
        read(home.ontologies(), "ontology", iris, datasets);
        return datasets;
    }

    private static void read(Path folder, String slug, CityIris iris, Map<String, Dataset> datasets) {
        Path description = folder.resolve("dataset.ttl");
        if (Files.isRegularFile(description)) {
            datasets.put(slug, DatasetFile.read(description, slug, iris));
        }
    }

    @Override
    public List<Dataset> all() {
        return now().all();
    }

    @Override
    public Optional<Dataset> find(String slug) {
        return now().find(slug);
    }

    private Datasets now() {
        return of(releases.states().current().releases());
    }

    @Override
    public Datasets of(Map<String, Long> state) {
        Map<String, Dataset> datasets = new TreeMap<>(checkout.get());
        state.forEach((slug, number) -> released(slug, number).ifPresent(dataset -> datasets.put(slug, dataset)));
        return new InState(datasets);
    }

    /// The description in a release.
    private Optional<Dataset> released(String slug, long number) {
        return known.computeIfAbsent(
                slug + "/" + number, _ -> releases.find(slug, number).flatMap(this::read));
    }

    private Optional<Dataset> read(Release release) {
        try {
            Path description = release.folder().resolve("dataset.ttl");
            return Optional.of(DatasetFile.read(description, release.dataset(), iris));
        } catch (ServerException e) {
            LOG.error("The description of {} {} cannot be read.", release.dataset(), release.number(), e);
            return Optional.empty();
        }
    }

    /// The datasets of one state, by slug.
    private record InState(Map<String, Dataset> bySlug) implements Datasets {
        @Override
        public List<Dataset> all() {
            return List.copyOf(bySlug.values());
        }

        @Override
        public Optional<Dataset> find(String slug) {
            return Optional.ofNullable(bySlug.get(slug));
        }
    }
}
