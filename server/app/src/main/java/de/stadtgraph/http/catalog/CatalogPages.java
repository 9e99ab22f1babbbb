package de.stadtgraph.http.catalog;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.http.DatasetFacts;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.Headers;
import de.stadtgraph.http.Link;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.RdfBodies;
import de.stadtgraph.http.Visit;
import java.util.ArrayList;
import java.util.List;

/// The catalogue: a page for people, DCAT-AP.de for harvesters, whole or page by page.
final class CatalogPages {
    private CatalogPages() {}

    /// Answers `/catalog`.
    static void answer(Visit visit) {
        Negotiated negotiated = DatasetRequests.negotiate(visit, MediaTypes.DOCUMENT, DatasetRequests.CATALOG);
        List<Dataset> all = DatasetRequests.datasets(visit).all();
        if (!negotiated.isHtml()) {
            rdf(visit, negotiated, all);
            return;
        }
        if (visit.isUnchanged(negotiated)) {
            return;
        }
        List<Link> links = DatasetRequests.links(visit, MediaTypes.DOCUMENT, DatasetRequests.CATALOG);
        List<DatasetPage.Entry> entries = all.stream()
                .map(dataset -> new DatasetPage.Entry(
                        dataset, DatasetFacts.of(dataset), DatasetRequests.current(visit, dataset)))
                .toList();
        Frame frame = visit.frame(visit.word("frame.datasets"), "", List.of()).withLinks(links);
        visit.page("catalog", new DatasetPage.Listing(frame, entries, MediaTypes.GRAPH.formats()), links);
    }

    private static void rdf(Visit visit, Negotiated negotiated, List<Dataset> all) {
        List<Dataset> harvestable = all.stream()
                .filter(dataset ->
                        CatalogGraph.isHarvestable(dataset, visit.generation().releases()))
                .toList();
        CatalogPage page = CatalogPage.of(visit, harvestable);
        if (visit.isUnchanged(negotiated, "page", "modified_since")) {
            return;
        }
        List<Link> links = new ArrayList<>(DatasetRequests.links(visit, MediaTypes.DOCUMENT, DatasetRequests.CATALOG));
        links.addAll(page.links(visit.context().path()));
        Headers.links(visit.context(), links);
        visit.send(negotiated, RdfBodies.write(negotiated.format(), new CatalogGraph(visit).catalog(page)));
    }
}
