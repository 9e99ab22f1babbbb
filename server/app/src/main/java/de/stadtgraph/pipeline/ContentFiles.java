package de.stadtgraph.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The ontology and the code lists as datasets of their own, so that their labels are in SPARQL. Stateless.
final class ContentFiles {
    private ContentFiles() {}

    static List<LoadRequest> in(Path ontologies) {
        List<LoadRequest> requests = new ArrayList<>();
        request("ontology", ontologies).ifPresent(requests::add);
        request("kos", ontologies.resolve("kos")).ifPresent(requests::add);
        return requests;
    }

    private static Optional<LoadRequest> request(String dataset, Path folder) {
        Path description = folder.resolve("dataset.ttl");
        if (!Files.isRegularFile(description)) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(file -> file.toString().endsWith(".ttl"))
                    .filter(file -> !file.endsWith("dataset.ttl"))
                    .sorted()
                    .toList();
            return Optional.of(new LoadRequest(dataset, files, Optional.of(description), true, Map.of(), false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
