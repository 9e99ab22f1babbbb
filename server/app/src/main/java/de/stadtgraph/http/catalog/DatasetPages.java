package de.stadtgraph.http.catalog;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.http.DatasetFacts;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.Headers;
import de.stadtgraph.http.Labels;
import de.stadtgraph.http.Link;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.Prefixes;
import de.stadtgraph.http.RdfBodies;
import de.stadtgraph.http.Statistics;
import de.stadtgraph.http.Visit;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.Dcat;
import de.stadtgraph.vocabulary.Jmo;
import de.stadtgraph.vocabulary.Owl;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Skos;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/// A dataset: a page for people, DCAT for programs. Stateless.
final class DatasetPages {
    private static final int EXAMPLES = 5;
    private static final int TERMS = 25;

    private DatasetPages() {}

    /// Answers `/dataset/{slug}`.
    static void answer(Visit visit) {
        String path = DatasetRequests.split(visit, MediaTypes.DOCUMENT).path();
        Negotiated negotiated = DatasetRequests.negotiate(visit, MediaTypes.DOCUMENT, path);
        Dataset dataset = DatasetRequests.find(visit, path.substring("/dataset/".length()));
        if (visit.isUnchanged(negotiated)) {
            return;
        }
        List<Link> links = DatasetRequests.links(visit, MediaTypes.DOCUMENT, path);
        DatasetFacts.of(dataset).licence().ifPresent(licence -> links.add(Link.of(licence, "license")));
        DatasetRequests.current(visit, dataset)
                .ifPresent(release -> links.add(Link.of(
                        visit.site()
                                .iris()
                                .release(dataset.slug(), release.number())
                                .getURI(),
                        "cite-as")));
        if (!negotiated.isHtml()) {
            Headers.links(visit.context(), links);
            visit.send(negotiated, RdfBodies.write(negotiated.format(), new CatalogGraph(visit).dataset(dataset)));
            return;
        }
        visit.page("dataset", page(visit, dataset, links), links);
    }

    private static DatasetPage page(Visit visit, Dataset dataset, List<Link> links) {
        Node graph = visit.site().iris().graph(dataset.slug());
        Statistics statistics = visit.statistics();
        List<Frame.Crumb> crumbs = List.of(new Frame.Crumb(visit.word("frame.datasets"), DatasetRequests.CATALOG));
        return new DatasetPage(
                visit.frame(dataset.title().in(visit.language()), visit.word("dataset.kind"), crumbs)
                        .withLinks(links),
                dataset,
                DatasetFacts.of(dataset),
                DatasetRequests.current(visit, dataset),
                visit.site().publications().releases(dataset.slug()),
                uses(visit, statistics.classes(graph)),
                uses(visit, statistics.properties(graph)),
                examples(visit, graph),
                new TreeMap<>(dataset.suppressedFields()),
                statistics.quads(graph),
                MediaTypes.GRAPH.formats(),
                Findings.of(visit, dataset),
                tables(visit, dataset));
    }

    /// The tables that the description names as distributions.
    private static List<DatasetPage.Table> tables(Visit visit, Dataset dataset) {
        String base = visit.site().iris().distribution(dataset.slug(), "csv-").getURI();
        Labels labels = visit.labels();
        return Values.all(dataset.record(), dataset.node(), Dcat.DISTRIBUTION).stream()
                .map(Node::getURI)
                .filter(iri -> iri.startsWith(base))
                .map(iri -> iri.substring(base.length()))
                .sorted()
                .map(name -> new DatasetPage.Table(name, label(visit, labels, dataset, name)))
                .toList();
    }

    private static String label(Visit visit, Labels labels, Dataset dataset, String name) {
        return visit.statistics().classes(visit.site().iris().graph(dataset.slug())).stream()
                .map(Statistics.Use::term)
                .filter(term -> term.getURI().endsWith(name))
                .findFirst()
                .map(term -> labels.of(term).text())
                .orElse(name);
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
