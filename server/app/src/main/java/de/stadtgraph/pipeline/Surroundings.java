package de.stadtgraph.pipeline;

import de.stadtgraph.publication.Release;
import de.stadtgraph.publication.Releases;
import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.validation.Described;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;

/// What is public besides a candidate, read only when a check asks for it. One run, one thread; holds what it has read.
final class Surroundings {
    private final Releases releases;
    private final String dataset;
    private final Optional<Release> areas;
    private final Path scratch;
    private @Nullable Graph areasGraph;

    /// @param areas the current release of the areas; none for the areas themselves
    /// @param scratch the private folder of the run
    Surroundings(Releases releases, String dataset, Optional<Release> areas, Path scratch) {
        this.releases = releases;
        this.dataset = dataset;
        this.areas = areas;
        this.scratch = scratch;
    }

    /// The areas; empty where there is no release of them.
    Graph areas() {
        Graph known = areasGraph;
        if (known == null) {
            known = areas.map(release -> RdfFiles.readTriples(release.quads()))
                    .orElseGet(GraphFactory::createDefaultGraph);
            areasGraph = known;
        }
        return known;
    }

    /// The private folder of the run.
    Path scratch() {
        return scratch;
    }

    /// The dataset's releases that can still be downloaded, oldest first.
    List<Described> earlier() {
        return releases.list(dataset).reversed().stream()
                .map(Surroundings::described)
                .toList();
    }

    /// The current releases of other datasets that hold count tables.
    List<Described> others() {
        List<Described> others = new ArrayList<>();
        releases.states().current().releases().forEach((other, number) -> {
            if (!other.equals(dataset)) {
                releases.find(other, number)
                        .filter(Surroundings::hasCubes)
                        .ifPresent(release -> others.add(described(release)));
            }
        });
        return others;
    }

    /// The statistics of a release tell whether it has observations; a large one without is not read.
    private static boolean hasCubes(Release release) {
        return release.record().stream()
                .anyMatch(statement ->
                        statement.getObject().toString().equals("http://purl.org/linked-data/cube#dataSet"));
    }

    private static Described described(Release release) {
        return new Described(RdfFiles.readTriples(release.quads()), release.record());
    }
}
