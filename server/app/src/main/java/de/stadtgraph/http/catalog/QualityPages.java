package de.stadtgraph.http.catalog;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.Headers;
import de.stadtgraph.http.Link;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.PublishedRelease;
import de.stadtgraph.http.RdfBodies;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.rdf.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/// Quality as data: measurements, trend and findings of a dataset, and all datasets side by side. Stateless.
final class QualityPages {
    static final List<String> DIMENSIONS = List.of(
            "completeness",
            "conformity",
            "consistency",
            "uniqueness",
            "timeliness",
            "plausibility",
            "accessibility",
            "interoperability",
            "metadata");
    private static final int RELEASES = 12;
    private static final Node ANNOTATION = NodeFactory.createURI("http://www.w3.org/ns/dqv#hasQualityAnnotation");
    private static final Node BODY = NodeFactory.createURI("http://www.w3.org/ns/oa#hasBody");
    private static final Node BODY_TEXT = NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#value");

    private QualityPages() {}

    /// Answers `/dataset/{slug}/quality`.
    static void dataset(Visit visit) {
        String slug = visit.context().pathParam("slug");
        String path = "/dataset/" + slug + "/quality";
        Negotiated negotiated = DatasetRequests.negotiate(visit, DatasetRequests.QUALITY, path);
        Dataset dataset = DatasetRequests.find(visit, slug);
        PublishedRelease release = DatasetRequests.current(visit, dataset)
                .orElseThrow(() -> new ServerException(
                        ErrorCode.NOT_FOUND,
                        new Text(slug + " hat noch keine Freigabe.", slug + " has no release yet.")));
        if (visit.isUnchanged(negotiated)) {
            return;
        }
        List<Link> links = DatasetRequests.links(visit, DatasetRequests.QUALITY, path);
        switch (negotiated.format().suffix()) {
            case "html" -> visit.page("dataset-quality", page(visit, dataset, release, links), links);
            case "json" -> send(visit, negotiated, links, QualityJson.of(release, values(dataset, release)));
            case "csv" -> send(visit, negotiated, links, new FindingsTable(visit, release).csv());
            default ->
                send(visit, negotiated, links, RdfBodies.write(negotiated.format(), quads(visit, dataset, release)));
        }
    }

    private static void send(Visit visit, Negotiated negotiated, List<Link> links, byte[] body) {
        Headers.links(visit.context(), links);
        visit.send(negotiated, body);
    }

    /// Answers `/quality`.
    static void all(Visit visit) {
        Negotiated negotiated = DatasetRequests.negotiate(visit, DatasetRequests.QUALITY, "/quality");
        if (visit.isUnchanged(negotiated)) {
            return;
        }
        List<Link> links = DatasetRequests.links(visit, DatasetRequests.QUALITY, "/quality");
        Map<Dataset, PublishedRelease> released = new LinkedHashMap<>();
        for (Dataset dataset : DatasetRequests.datasets(visit).all()) {
            DatasetRequests.current(visit, dataset).ifPresent(release -> released.put(dataset, release));
        }
        switch (negotiated.format().suffix()) {
            case "html" -> visit.page("quality-all", overview(visit, released, links), links);
            case "json" -> send(visit, negotiated, links, QualityJson.of(released, QualityPages::values));
            case "csv" -> send(visit, negotiated, links, QualityCsv.of(visit, released, QualityPages::values));
            default -> {
                List<Quad> quads = new ArrayList<>();
                released.forEach((dataset, release) -> quads.addAll(quads(visit, dataset, release)));
                send(visit, negotiated, links, RdfBodies.write(negotiated.format(), quads));
            }
        }
    }

    /// What the release measured and what is measured now.
    static List<PublishedRelease.QualityValue> values(Dataset dataset, PublishedRelease release) {
        List<PublishedRelease.QualityValue> values = new ArrayList<>(release.measurements());
        values.addAll(new LiveMeasurements(dataset, release).at(Instant.now()));
        return values;
    }

    private static List<Quad> quads(Visit visit, Dataset dataset, PublishedRelease release) {
        var graph = new QualityGraph(visit.site().iris());
        return values(dataset, release).stream()
                .flatMap(value -> graph.measurement(dataset.node(), value, release).stream())
                .toList();
    }

    private static QualityPage page(Visit visit, Dataset dataset, PublishedRelease release, List<Link> links) {
        Frame frame = visit.frame(
                        visit.word("quality.title"),
                        dataset.title().in(visit.language()),
                        DatasetRequests.crumbs(visit, dataset))
                .withLinks(links);
        Map<String, List<QualityPage.Measured>> byDimension = new TreeMap<>();
        for (PublishedRelease.QualityValue value : values(dataset, release)) {
            byDimension
                    .computeIfAbsent(value.dimension(), _ -> new ArrayList<>())
                    .add(new QualityPage.Measured(value, definition(visit, value)));
        }
        List<QualityPage.Dimension> dimensions = DIMENSIONS.stream()
                .filter(byDimension::containsKey)
                .map(name -> new QualityPage.Dimension(name, byDimension.getOrDefault(name, List.of())))
                .toList();
        return new QualityPage(
                frame,
                dataset,
                release,
                dimensions,
                trend(visit, dataset),
                Findings.of(visit, release),
                limits(dataset),
                DatasetRequests.QUALITY.formats());
    }

    private static String definition(Visit visit, PublishedRelease.QualityValue value) {
        return value.shape()
                .flatMap(shape -> visit.hrefs().local(shape))
                .orElse("/doc/kos/quality-metric/" + value.notation());
    }

    /// The metrics of whole releases over the last releases, oldest first.
    private static List<QualityPage.Trend> trend(Visit visit, Dataset dataset) {
        List<PublishedRelease> releases = visit.site().publications().releases(dataset.slug()).stream()
                .limit(RELEASES)
                .toList()
                .reversed();
        Map<String, Text> names = new LinkedHashMap<>();
        releases.forEach(release -> release.measurements().stream()
                .filter(value -> value.shape().isEmpty())
                .forEach(value -> names.put(value.notation(), value.metric())));
        List<QualityPage.Trend> trends = new ArrayList<>();
        names.forEach((notation, name) -> trends.add(new QualityPage.Trend(
                name,
                releases.stream()
                        .map(release -> new QualityPage.Point(release.number(), measured(release, notation)))
                        .toList())));
        return trends;
    }

    private static Optional<PublishedRelease.QualityValue> measured(PublishedRelease release, String notation) {
        return release.measurements().stream()
                .filter(value -> value.shape().isEmpty() && value.notation().equals(notation))
                .findFirst();
    }

    /// Limits that the owner states as annotations of the dataset (DQV, section 4.9).
    private static List<Text> limits(Dataset dataset) {
        List<Text> limits = new ArrayList<>();
        for (Node annotation : Values.all(dataset.record(), dataset.node(), ANNOTATION)) {
            Values.any(dataset.record(), annotation, BODY)
                    .flatMap(body -> Values.text(dataset.record(), body, BODY_TEXT))
                    .or(() -> Values.text(dataset.record(), annotation, BODY_TEXT))
                    .or(() -> Values.text(dataset.record(), annotation, de.stadtgraph.vocabulary.Rdfs.COMMENT))
                    .ifPresent(limits::add);
        }
        return limits;
    }

    private static QualityPage.Overview overview(
            Visit visit, Map<Dataset, PublishedRelease> released, List<Link> links) {
        Frame frame = visit.frame(visit.word("quality.overview"), "", List.of()).withLinks(links);
        List<QualityPage.Row> rows = new ArrayList<>();
        released.forEach((dataset, release) -> {
            Map<String, PublishedRelease.QualityValue> weakest = new TreeMap<>();
            for (PublishedRelease.QualityValue value : values(dataset, release)) {
                weakest.merge(value.dimension(), value, QualityPages::weaker);
            }
            rows.add(new QualityPage.Row(dataset, release, weakest));
        });
        return new QualityPage.Overview(
                frame, DIMENSIONS, rows, visit.site().publications().refusals(), DatasetRequests.QUALITY.formats());
    }

    private static PublishedRelease.QualityValue weaker(
            PublishedRelease.QualityValue one, PublishedRelease.QualityValue other) {
        return share(other) < share(one) ? other : one;
    }

    private static double share(PublishedRelease.QualityValue value) {
        return (double) value.numerator() / Math.max(1, value.denominator());
    }
}
