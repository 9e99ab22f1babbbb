package de.stadtgraph.http.catalog;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.http.ContentNegotiation;
import de.stadtgraph.http.Datasets;
import de.stadtgraph.http.Format;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.Link;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.Offer;
import de.stadtgraph.http.PublishedRelease;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a request of this tab asks for: path, format, dataset, release. Stateless.
final class DatasetRequests {
    static final String CATALOG = "/catalog";

    /// RDF, the same as plain JSON, a table of all findings, and the page.
    static final Offer QUALITY = new Offer(
            List.of(
                    MediaTypes.TURTLE,
                    MediaTypes.JSON,
                    MediaTypes.JSON_LD,
                    MediaTypes.N_TRIPLES,
                    MediaTypes.RDF_XML,
                    MediaTypes.N_QUADS,
                    MediaTypes.TRIG,
                    MediaTypes.CSV,
                    MediaTypes.HTML),
            MediaTypes.TURTLE);

    private DatasetRequests() {}

    /// The path and its suffix; `.xml` is RDF/XML here, as harvesters ask for it.
    static Offer.Suffixed split(Visit visit, Offer offer) {
        String path = visit.context().req().getRequestURI();
        return path.endsWith(".xml")
                ? new Offer.Suffixed(path.substring(0, path.length() - 4), Optional.of(MediaTypes.RDF_XML))
                : offer.split(path);
    }

    /// Chooses the format; a suffix that the offer does not have is not found.
    ///
    /// @param path the path without suffix, where it is fixed
    static Negotiated negotiate(Visit visit, Offer offer, String path) {
        Offer.Suffixed split = split(visit, offer);
        if (!split.path().equals(path)) {
            throw new ServerException(
                    ErrorCode.NOT_FOUND,
                    new Text("Dieses Format gibt es hier nicht.", "There is no such format here."));
        }
        Negotiated negotiated = ContentNegotiation.choose(visit.context(), offer, split.format(), path);
        if (split.format().isEmpty()) {
            visit.context()
                    .header("Content-Location", path + "." + negotiated.format().suffix());
        }
        return negotiated;
    }

    static List<Link> links(Visit visit, Offer offer, String path) {
        List<Link> links = new ArrayList<>();
        for (Format format : offer.formats()) {
            links.add(new Link(path + "." + format.suffix(), "alternate", format.mediaType()));
        }
        links.add(Link.of(visit.site().iris().iri(path.substring(1)), "canonical"));
        return links;
    }

    /// The datasets as the state of the visit describes them.
    static Datasets datasets(Visit visit) {
        return visit.site().datasets().of(visit.generation().releases());
    }

    static Dataset find(Visit visit, String slug) {
        return datasets(visit)
                .find(slug)
                .orElseThrow(() -> new ServerException(
                                ErrorCode.NOT_FOUND,
                                new Text(
                                        "Einen Datensatz " + slug + " gibt es nicht.",
                                        "No dataset is named " + slug + "."))
                        .with("suggestions", List.of(CATALOG)));
    }

    /// The release of a dataset that the state of the visit names.
    static Optional<PublishedRelease> current(Visit visit, Dataset dataset) {
        return Optional.ofNullable(visit.generation().releases().get(dataset.slug()))
                .flatMap(number -> visit.site().publications().release(dataset.slug(), number));
    }

    /// The way to a page below a dataset.
    static List<Frame.Crumb> crumbs(Visit visit, Dataset dataset) {
        return List.of(
                new Frame.Crumb(visit.word("frame.datasets"), CATALOG),
                new Frame.Crumb(dataset.title().in(visit.language()), "/dataset/" + dataset.slug()));
    }
}
