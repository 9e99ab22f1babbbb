package de.stadtgraph.http.catalog;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.http.Caching;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.Headers;
import de.stadtgraph.http.Link;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.PublishedRelease;
import de.stadtgraph.http.RdfBodies;
import de.stadtgraph.http.ReleaseDetails;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;

/// Releases: report, decision, change set, digests; 410 for one that was withdrawn. Stateless.
final class ReleasePages {
    private ReleasePages() {}

    /// Answers `/dataset/{slug}/release/{n}`.
    static void answer(Visit visit) {
        String path = DatasetRequests.split(visit, MediaTypes.DOCUMENT).path();
        Negotiated negotiated = DatasetRequests.negotiate(visit, MediaTypes.DOCUMENT, path);
        Dataset dataset = DatasetRequests.find(visit, visit.context().pathParam("slug"));
        PublishedRelease release = find(visit, dataset.slug(), path.substring(path.lastIndexOf('/') + 1));
        if (visit.isUnchanged(negotiated)) {
            return;
        }
        visit.context().header("Cache-Control", Caching.RELEASE.value());
        List<Link> links = DatasetRequests.links(visit, MediaTypes.DOCUMENT, path);
        links.add(Link.of(dataset.node().getURI(), "collection"));
        if (!negotiated.isHtml()) {
            Headers.links(visit.context(), links);
            visit.send(
                    negotiated,
                    RdfBodies.write(negotiated.format(), new CatalogGraph(visit).release(dataset, release)));
            return;
        }
        visit.page("release", page(visit, dataset, release, links), links);
    }

    private static DatasetPage.ReleasePage page(
            Visit visit, Dataset dataset, PublishedRelease release, List<Link> links) {
        String title = dataset.title().in(visit.language());
        Frame frame = visit.frame(
                        visit.word("release.number", release.number()), title, DatasetRequests.crumbs(visit, dataset))
                .withLinks(links);
        Long now = visit.generation().releases().get(dataset.slug());
        Optional<ReleaseDetails> details = visit.site().publications().details(dataset.slug(), release.number());
        List<DatasetPage.Change> changes = details.flatMap(ReleaseDetails::changes)
                .map(things -> List.of(
                        change(visit, "release.thingsAdded", things.added()),
                        change(visit, "release.thingsRemoved", things.removed()),
                        change(visit, "release.thingsChanged", things.changed())))
                .orElse(List.of());
        return new DatasetPage.ReleasePage(
                frame,
                dataset,
                release,
                now != null && now == release.number(),
                details,
                changes,
                Findings.of(visit, release));
    }

    private static DatasetPage.Change change(Visit visit, String key, ReleaseDetails.Kind kind) {
        return new DatasetPage.Change(
                key,
                kind.count(),
                kind.examples().stream()
                        .map(iri -> new DatasetPage.Thing(
                                visit.labels().of(NodeFactory.createURI(iri)).text(),
                                visit.hrefs().local(iri).orElse("/")))
                        .toList());
    }

    /// Answers `/dataset/{slug}/release/{n}/mapping`: the mapping file that made a release.
    static void mapping(Visit visit) {
        PublishedRelease release =
                find(visit, visit.context().pathParam("slug"), visit.context().pathParam("number"));
        String text = visit.site()
                .publications()
                .details(release.dataset(), release.number())
                .flatMap(ReleaseDetails::mapping)
                .map(ReleaseDetails.Mapping::text)
                .orElseThrow(() -> new ServerException(
                        ErrorCode.NOT_FOUND,
                        new Text(
                                "Diese Freigabe entstand ohne Abbildungsdatei.",
                                "This release was made without a mapping file.")));
        visit.context().header("Cache-Control", Caching.RELEASE.value());
        visit.context().contentType("text/turtle; charset=utf-8").result(text.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws ServerException [ErrorCode#GONE] for a release that was withdrawn
    static PublishedRelease find(Visit visit, String slug, String number) {
        Optional<Long> digits =
                Optional.of(number).filter(text -> text.matches("[0-9]{1,12}")).map(Long::valueOf);
        digits.flatMap(known -> visit.site().publications().withdrawn(slug, known))
                .ifPresent(tomb -> {
                    throw gone(slug, number, tomb);
                });
        return digits.flatMap(known -> visit.site().publications().release(slug, known))
                .orElseThrow(() -> new ServerException(
                        ErrorCode.NOT_FOUND,
                        new Text(
                                "Eine Freigabe " + number + " von " + slug + " gibt es nicht.",
                                "There is no release " + number + " of " + slug + ".")));
    }

    static ServerException gone(String slug, String number, de.stadtgraph.http.Withdrawn tomb) {
        return new ServerException(
                        ErrorCode.GONE,
                        new Text(
                                "Freigabe " + number + " von " + slug + " wurde zurückgezogen: " + tomb.reason(),
                                "Release " + number + " of " + slug + " was withdrawn: " + tomb.reason()))
                .with("since", tomb.time().toString());
    }
}
