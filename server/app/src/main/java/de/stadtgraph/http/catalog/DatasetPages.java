package de.stadtgraph.http.catalog;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.http.ContentNegotiation;
import de.stadtgraph.http.DatasetFacts;
import de.stadtgraph.http.Format;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.Headers;
import de.stadtgraph.http.Labels;
import de.stadtgraph.http.Link;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.Offer;
import de.stadtgraph.http.Prefixes;
import de.stadtgraph.http.PublishedRelease;
import de.stadtgraph.http.RdfBodies;
import de.stadtgraph.http.Statistics;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.vocabulary.Jmo;
import de.stadtgraph.vocabulary.Owl;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Skos;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/// The catalogue, datasets and releases: a page for people, DCAT for programs.
final class DatasetPages {
    private static final String CATALOG = "/catalog";
    private static final int EXAMPLES = 5;
    private static final int TERMS = 25;

    /// Answers `/catalog`.
    void catalog(Visit visit) {
        Negotiated negotiated = negotiate(visit, CATALOG);
        if (visit.isUnchanged(negotiated)) {
            return;
        }
        List<Link> links = links(visit, CATALOG);
        List<Dataset> datasets = visit.site().datasets().all();
        if (!negotiated.isHtml()) {
            Headers.links(visit.context(), links);
            visit.send(negotiated, RdfBodies.write(negotiated.format(), new CatalogGraph(visit).catalog(datasets)));
            return;
        }
        List<DatasetPage.Entry> entries = datasets.stream()
                .map(dataset -> new DatasetPage.Entry(dataset, DatasetFacts.of(dataset), current(visit, dataset)))
                .toList();
        Frame frame = visit.frame(visit.word("frame.datasets"), "", List.of()).withLinks(links);
        visit.page("catalog", new DatasetPage.Listing(frame, entries, MediaTypes.GRAPH.formats()), links);
    }

    /// Answers `/dataset/{slug}`.
    void dataset(Visit visit) {
        Offer.Suffixed split = split(visit);
        Negotiated negotiated = negotiate(visit, split.path());
        Dataset dataset = find(visit, split.path().substring("/dataset/".length()));
        if (visit.isUnchanged(negotiated)) {
            return;
        }
        List<Link> links = links(visit, split.path());
        DatasetFacts.of(dataset).licence().ifPresent(licence -> links.add(Link.of(licence, "license")));
        if (!negotiated.isHtml()) {
            Headers.links(visit.context(), links);
            visit.send(negotiated, RdfBodies.write(negotiated.format(), new CatalogGraph(visit).dataset(dataset)));
            return;
        }
        visit.page("dataset", page(visit, dataset, links), links);
    }

    /// Answers `/dataset/{slug}/release/{n}`.
    void release(Visit visit) {
        Offer.Suffixed split = split(visit);
        Negotiated negotiated = negotiate(visit, split.path());
        Dataset dataset = find(visit, visit.context().pathParam("slug"));
        String number = split.path().substring(split.path().lastIndexOf('/') + 1);
        PublishedRelease release = Optional.of(number)
                .filter(digits -> digits.matches("[0-9]{1,12}"))
                .flatMap(digits -> visit.site().publications().release(dataset.slug(), Long.parseLong(digits)))
                .orElseThrow(() -> new ServerException(
                        ErrorCode.NOT_FOUND,
                        new Text(
                                "Eine Freigabe " + number + " von " + dataset.slug() + " gibt es nicht.",
                                "There is no release " + number + " of " + dataset.slug() + ".")));
        if (visit.isUnchanged(negotiated)) {
            return;
        }
        List<Link> links = links(visit, split.path());
        if (!negotiated.isHtml()) {
            Headers.links(visit.context(), links);
            visit.send(
                    negotiated,
                    RdfBodies.write(negotiated.format(), new CatalogGraph(visit).release(dataset, release)));
            return;
        }
        String title = dataset.title().in(visit.language());
        List<Frame.Crumb> crumbs = List.of(
                new Frame.Crumb(visit.word("frame.datasets"), CATALOG),
                new Frame.Crumb(title, "/dataset/" + dataset.slug()));
        Frame frame = visit.frame(visit.word("release.number", release.number()), title, crumbs)
                .withLinks(links);
        Long now = visit.generation().releases().get(dataset.slug());
        boolean isCurrent = now != null && now == release.number();
        visit.page("release", new DatasetPage.ReleasePage(frame, dataset, release, isCurrent), links);
    }

    /// The path and its suffix; `.xml` is RDF/XML here, as harvesters ask for it.
    private static Offer.Suffixed split(Visit visit) {
        String path = visit.context().req().getRequestURI();
        return path.endsWith(".xml")
                ? new Offer.Suffixed(path.substring(0, path.length() - 4), Optional.of(MediaTypes.RDF_XML))
                : MediaTypes.DOCUMENT.split(path);
    }

    private static Negotiated negotiate(Visit visit, String path) {
        Offer.Suffixed split = split(visit);
        if (!split.path().equals(path)) {
            throw new ServerException(
                    ErrorCode.NOT_FOUND,
                    new Text("Dieses Format gibt es hier nicht.", "There is no such format here."));
        }
        Negotiated negotiated = ContentNegotiation.choose(visit.context(), MediaTypes.DOCUMENT, split.format(), path);
        if (split.format().isEmpty()) {
            visit.context()
                    .header("Content-Location", path + "." + negotiated.format().suffix());
        }
        return negotiated;
    }

    private static List<Link> links(Visit visit, String path) {
        List<Link> links = new ArrayList<>();
        for (Format format : MediaTypes.DOCUMENT.formats()) {
            links.add(new Link(path + "." + format.suffix(), "alternate", format.mediaType()));
        }
        links.add(Link.of(visit.site().iris().iri(path.substring(1)), "canonical"));
        return links;
    }

    private static Dataset find(Visit visit, String slug) {
        return visit.site()
                .datasets()
                .find(slug)
                .orElseThrow(() -> new ServerException(
                                ErrorCode.NOT_FOUND,
                                new Text(
                                        "Einen Datensatz " + slug + " gibt es nicht.",
                                        "No dataset is named " + slug + "."))
                        .with("suggestions", List.of(CATALOG)));
    }

    private static Optional<PublishedRelease> current(Visit visit, Dataset dataset) {
        return Optional.ofNullable(visit.generation().releases().get(dataset.slug()))
                .flatMap(number -> visit.site().publications().release(dataset.slug(), number));
    }

    private static DatasetPage page(Visit visit, Dataset dataset, List<Link> links) {
        Node graph = visit.site().iris().graph(dataset.slug());
        Statistics statistics = visit.statistics();
        List<Frame.Crumb> crumbs = List.of(new Frame.Crumb(visit.word("frame.datasets"), CATALOG));
        return new DatasetPage(
                visit.frame(dataset.title().in(visit.language()), visit.word("dataset.kind"), crumbs)
                        .withLinks(links),
                dataset,
                DatasetFacts.of(dataset),
                current(visit, dataset),
                visit.site().publications().releases(dataset.slug()),
                uses(visit, statistics.classes(graph)),
                uses(visit, statistics.properties(graph)),
                examples(visit, graph),
                new TreeMap<>(dataset.suppressedFields()),
                statistics.quads(graph),
                MediaTypes.GRAPH.formats());
    }

    private static List<DatasetPage.Use> uses(Visit visit, List<Statistics.Use> uses) {
        Labels labels = visit.labels();
        return uses.stream()
                .limit(TERMS)
                .map(use -> new DatasetPage.Use(
                        labels.of(use.term()).text(),
                        visit.hrefs().ofTerm(use.term()),
                        Prefixes.shorten(use.term().getURI()),
                        use.count()))
                .toList();
    }

    /// One thing of each class, the most used classes first.
    private static List<DatasetPage.Thing> examples(Visit visit, Node graph) {
        Labels labels = visit.labels();
        Set<Node> things = new LinkedHashSet<>();
        for (int round = 0; round < EXAMPLES && things.size() < EXAMPLES; round++) {
            for (Statistics.Use use : visit.statistics().classes(graph)) {
                if (things.size() < EXAMPLES && isOurs(use.term())) {
                    next(visit.generation().data().find(graph, Node.ANY, Rdf.TYPE, use.term()), things);
                }
            }
        }
        return things.stream()
                .map(thing -> new DatasetPage.Thing(
                        labels.of(thing).text(),
                        visit.hrefs().local(thing.getURI()).orElse("/")))
                .toList();
    }

    private static boolean isOurs(Node type) {
        return type.getURI().startsWith(Jmo.NAMESPACE)
                || type.getURI().startsWith(Skos.NAMESPACE)
                || type.equals(Owl.CLASS);
    }

    /// Adds the first thing that is not there yet.
    private static void next(Iterator<Quad> found, Set<Node> things) {
        for (int i = 0; i <= EXAMPLES * 2 && found.hasNext(); i++) {
            Node thing = found.next().getSubject();
            if (thing.isURI() && thing.getURI().contains("://") && things.add(thing)) {
                return;
            }
        }
    }
}
