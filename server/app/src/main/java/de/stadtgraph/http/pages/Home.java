package de.stadtgraph.http.pages;

import de.stadtgraph.http.Addresses;
import de.stadtgraph.http.CityMap;
import de.stadtgraph.http.ContentNegotiation;
import de.stadtgraph.http.Format;
import de.stadtgraph.http.Labels;
import de.stadtgraph.http.Link;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.Offer;
import de.stadtgraph.http.PerState;
import de.stadtgraph.http.PublishedRelease;
import de.stadtgraph.http.Visit;
import de.stadtgraph.query.stored.StoredQueries;
import de.stadtgraph.store.Generation;
import de.stadtgraph.vocabulary.Jmo;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/// The home page; who prefers RDF is led to the catalogue.
final class Home {
    private static final int NEWEST = 5;
    private static final int CLASSES = 6;
    private static final int SHADES = 5;
    private static final int QUESTIONS = 6;
    private static final Offer OFFER = new Offer(
            Stream.concat(MediaTypes.GRAPH.formats().stream(), Stream.of(MediaTypes.HTML))
                    .toList(),
            MediaTypes.HTML);
    private static final String QUERY = """
        PREFIX jmo: <https://data.jena.de/def/municipal#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?district (COUNT(?tree) AS ?trees) WHERE {
          ?tree a jmo:UrbanTree ; jmo:withinDistrict/skos:prefLabel ?district .
        } GROUP BY ?district ORDER BY DESC(?trees)\
        """;

    /// Number of trees by area; one look at the trees a state.
    private final PerState<Map<Node, Long>> trees = new PerState<>(Home::countTrees);

    private final StoredQueries queries;

    /// @param queries questions that the page offers
    Home(StoredQueries queries) {
        this.queries = queries;
    }

    void answer(Visit visit) {
        Negotiated negotiated = ContentNegotiation.choose(visit.context(), OFFER, Optional.empty(), "/catalog");
        visit.context().header("Vary", "Accept, Accept-Language, Accept-Encoding");
        if (!negotiated.isHtml()) {
            Format format = negotiated.format();
            String query = visit.context().queryParam("format") == null ? "" : "?format=" + format.suffix();
            visit.context().header("Location", "/catalog" + query).status(303);
            return;
        }
        if (visit.isUnchanged(negotiated)) {
            return;
        }
        List<Link> links = List.of(Link.of(visit.site().iris().base(), "canonical"));
        visit.page("home", page(visit, links), links);
    }

    private HomePage page(Visit visit, List<Link> links) {
        Labels labels = visit.labels();
        List<HomePage.Count> things = visit.statistics().classes().stream()
                .filter(use -> use.term().getURI().startsWith(Jmo.NAMESPACE))
                .limit(CLASSES)
                .map(use -> new HomePage.Count(
                        labels.of(use.term()).text(), visit.hrefs().ofTerm(use.term()), use.count()))
                .toList();
        return new HomePage(
                visit.frame(visit.word("home.title"), "", List.of()).withLinks(links),
                visit.generation().releases().size(),
                visit.generation().quads(),
                things,
                news(visit),
                refused(visit),
                districts(visit, labels),
                questions(visit),
                first(visit));
    }

    /// Questions whose datasets are all there.
    private List<HomePage.Question> questions(Visit visit) {
        return queries.all().stream()
                .filter(query -> query.replacement().isEmpty())
                .filter(query -> visit.generation().releases().keySet().containsAll(query.datasets()))
                .limit(QUESTIONS)
                .map(query -> new HomePage.Question(
                        query.question().in(visit.language()),
                        query.title().in(visit.language()),
                        "/query/" + query.name()))
                .toList();
    }

    private static List<HomePage.News> news(Visit visit) {
        return visit.generation().releases().entrySet().stream()
                .flatMap(entry -> visit.site().publications().release(entry.getKey(), entry.getValue()).stream())
                .sorted(Comparator.comparing(PublishedRelease::time).reversed())
                .limit(NEWEST)
                .map(release -> new HomePage.News(title(visit, release.dataset()), release))
                .toList();
    }

    private static List<HomePage.Refused> refused(Visit visit) {
        return visit.site().publications().refusals().stream()
                .limit(NEWEST)
                .map(refusal -> new HomePage.Refused(
                        title(visit, refusal.dataset()),
                        refusal,
                        refusal.rules().entrySet().stream()
                                .map(rule -> visit.word("home.rule", rule.getKey(), rule.getValue()))
                                .collect(Collectors.joining(", "))))
                .toList();
    }

    private static String title(Visit visit, String slug) {
        return visit.site()
                .datasets()
                .find(slug)
                .map(dataset -> dataset.title().in(visit.language()))
                .orElse(slug);
    }

    private Optional<HomePage.Districts> districts(Visit visit, Labels labels) {
        CityMap city = visit.map();
        if (city.isEmpty()) {
            return Optional.empty();
        }
        Map<Node, Long> counts = trees.get(visit.generation());
        List<Long> steps = steps(city.districts().stream()
                .map(area -> counts.getOrDefault(area.node(), 0L))
                .filter(count -> count > 0)
                .sorted()
                .toList());
        return Optional.of(new HomePage.Districts(
                city,
                areas(visit, labels, city.districts(), steps),
                areas(visit, labels, city.ortsteile(), steps),
                steps));
    }

    /// Upper ends of classes with about as many districts each, so that one large value does not hide the others.
    private static List<Long> steps(List<Long> sorted) {
        Set<Long> steps = new TreeSet<>();
        for (int shade = 1; shade <= SHADES && !sorted.isEmpty(); shade++) {
            steps.add(sorted.get(Math.ceilDiv(sorted.size() * shade, SHADES) - 1));
        }
        return List.copyOf(steps);
    }

    private List<HomePage.Area> areas(Visit visit, Labels labels, List<CityMap.Area> outlines, List<Long> steps) {
        Map<Node, Long> counts = trees.get(visit.generation());
        return outlines.stream()
                .map(area -> {
                    long count = counts.getOrDefault(area.node(), 0L);
                    String href = visit.hrefs().local(area.node().getURI()).orElse("/");
                    return new HomePage.Area(
                            labels.of(area.node()).text(), href, area.path(), count, shade(count, steps));
                })
                .sorted(Comparator.comparingLong(HomePage.Area::trees)
                        .reversed()
                        .thenComparing(HomePage.Area::label))
                .toList();
    }

    private static int shade(long count, List<Long> steps) {
        int shade = 0;
        while (count > 0 && shade < steps.size() && (shade == 0 || count > steps.get(shade - 1))) {
            shade++;
        }
        return shade;
    }

    private static Map<Node, Long> countTrees(Generation generation) {
        Map<Node, Long> counts = new HashMap<>();
        for (Node property : List.of(Jmo.WITHIN_DISTRICT, Jmo.WITHIN_ORTSTEIL)) {
            Iterator<Quad> quads = generation.data().findNG(Node.ANY, Node.ANY, property, Node.ANY);
            while (quads.hasNext()) {
                Quad quad = quads.next();
                if (quad.getSubject().isURI() && quad.getSubject().getURI().contains("/id/tree/")) {
                    counts.merge(quad.getObject(), 1L, Long::sum);
                }
            }
        }
        return counts;
    }

    /// First steps that work on this server; a server asked by its own machine names itself.
    private static HomePage.First first(Visit visit) {
        String example = visit.map().districts().stream()
                .findFirst()
                .map(area -> area.node().getURI())
                .orElseGet(() -> visit.site().iris().iri("dataset"));
        String path = visit.site().iris().pathOf(example).orElse("/catalog");
        int port = visit.context().req().getLocalPort();
        String host = Objects.requireNonNullElse(visit.context().header("Host"), "");
        boolean here = host.equals("localhost:" + port) || host.equals("127.0.0.1:" + port);
        String base =
                here ? "http://localhost:" + port : visit.site().iris().base().replaceAll("/$", "");
        return new HomePage.First(
                QUERY,
                "/sparql?query=" + Addresses.encode(QUERY),
                "curl -L -H 'Accept: text/turtle' " + base + path,
                visit.hrefs().local(example).orElse("/catalog"));
    }
}
