package de.stadtgraph.http.lineage;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.http.PublishedRelease;
import de.stadtgraph.http.ReleaseDetails;
import de.stadtgraph.http.Visit;
import de.stadtgraph.vocabulary.CityIris;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/// Where the statements about one thing come from, dataset by dataset. Immutable.
///
/// @param thing the thing
/// @param parts one entry a dataset that says something about it
record Receipt(Node thing, List<Part> parts) {
    private static final int MOST_STATEMENTS = 2000;

    /// What one dataset says.
    ///
    /// @param origins records of raw files; none where the run kept no lineage
    /// @param findings rules of the release that name the thing as an example
    record Part(
            Dataset dataset,
            PublishedRelease release,
            ReleaseDetails details,
            List<ReleaseDetails.Origin> origins,
            List<Said> statements,
            List<PublishedRelease.Finding> findings) {}

    /// One statement and the rules that can have made it; none for what enrichment added.
    record Said(Quad quad, List<ReleaseDetails.Rule> rules) {
        /// The fields of the source that it was made of.
        List<String> fields() {
            return List.copyOf(new TreeSet<>(
                    rules.stream().flatMap(rule -> rule.fields().stream()).toList()));
        }
    }

    /// Nothing when no dataset of the state says anything about it.
    static Optional<Receipt> of(Visit visit, Node thing) {
        CityIris iris = visit.site().iris();
        Map<String, List<Quad>> bySlug = new LinkedHashMap<>();
        var quads = visit.generation().data().findNG(Node.ANY, thing, Node.ANY, Node.ANY);
        for (int count = 0; quads.hasNext() && count < MOST_STATEMENTS; count++) {
            Quad quad = quads.next();
            slug(iris, quad.getGraph())
                    .ifPresent(slug ->
                            bySlug.computeIfAbsent(slug, _ -> new ArrayList<>()).add(quad));
        }
        List<Part> parts = new ArrayList<>();
        bySlug.forEach((slug, said) -> part(visit, thing, slug, said).ifPresent(parts::add));
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Receipt(thing, parts));
    }

    private static Optional<String> slug(CityIris iris, Node graph) {
        return iris.pathOf(graph.getURI())
                .filter(path -> path.startsWith("/graph/"))
                .map(path -> path.substring("/graph/".length()));
    }

    private static Optional<Part> part(Visit visit, Node thing, String slug, List<Quad> said) {
        Map<String, Long> state = visit.generation().releases();
        Long number = state.get(slug);
        if (number == null) {
            return Optional.empty();
        }
        var publications = visit.site().publications();
        return visit.site()
                .datasets()
                .of(state)
                .find(slug)
                .flatMap(dataset -> publications
                        .release(slug, number)
                        .flatMap(release -> publications.details(slug, number).map(details -> {
                            List<ReleaseDetails.Origin> origins = details.origins(thing.getURI());
                            return new Part(
                                    dataset,
                                    release,
                                    details,
                                    origins,
                                    statements(details, origins, said),
                                    findings(release, thing));
                        })));
    }

    private static List<Said> statements(ReleaseDetails details, List<ReleaseDetails.Origin> origins, List<Quad> said) {
        List<ReleaseDetails.Rule> rules =
                details.mapping().map(ReleaseDetails.Mapping::rules).orElse(List.of());
        List<String> maps = origins.stream().map(ReleaseDetails.Origin::rule).toList();
        return said.stream()
                .map(quad -> new Said(
                        quad,
                        rules.stream()
                                .filter(rule -> maps.contains(rule.triplesMap()))
                                .filter(rule -> rule.property()
                                        .equals(quad.getPredicate().getURI()))
                                .toList()))
                .sorted(Comparator.comparing(
                                (Said each) -> each.quad().getPredicate().toString())
                        .thenComparing(each -> each.quad().getObject().toString()))
                .toList();
    }

    private static List<PublishedRelease.Finding> findings(PublishedRelease release, Node thing) {
        return release.findings().stream()
                .filter(finding -> finding.examples().contains(thing.getURI()))
                .toList();
    }
}
