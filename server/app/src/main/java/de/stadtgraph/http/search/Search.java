package de.stadtgraph.http.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import de.stadtgraph.http.Addresses;
import de.stadtgraph.http.ContentNegotiation;
import de.stadtgraph.http.Labels;
import de.stadtgraph.http.Link;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.Visit;
import de.stadtgraph.search.Hits;
import de.stadtgraph.search.SearchIndexes;
import de.stadtgraph.search.Searched;
import de.stadtgraph.store.Generation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;

/// Answers `/search`: a page, or JSON.
final class Search {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FACETS = List.of("type", "dataset", "district");
    private static final int SHOWN_VALUES = 12;

    private final SearchIndexes indexes;

    Search(SearchIndexes indexes) {
        this.indexes = indexes;
    }

    void answer(Visit visit) throws JsonProcessingException {
        Negotiated negotiated =
                ContentNegotiation.choose(visit.context(), MediaTypes.PAGE_OR_JSON, Optional.empty(), "/search");
        Asked asked = Asked.of(visit.context());
        if (visit.isUnchanged(negotiated, Asked.PARAMETERS)) {
            return;
        }
        Hits hits;
        try (var hold = indexes.of(searched(visit.generation()))) {
            hits = hold.index().map(index -> index.find(asked.request())).orElse(Hits.NONE);
        }
        if (negotiated.isHtml()) {
            List<Link> links = links(asked, hits);
            visit.page("search", page(visit, asked, hits, links), links);
            return;
        }
        visit.send(negotiated, JSON.writeValueAsBytes(document(visit, asked, hits)));
    }

    private static List<Link> links(Asked asked, Hits hits) {
        List<Link> links = new ArrayList<>();
        if (asked.page() > 1) {
            links.add(Link.of(address(asked, Map.of("page", Integer.toString(asked.page() - 1))), "prev"));
        }
        next(asked, hits).ifPresent(next -> links.add(Link.of(next, "next")));
        return links;
    }

    private static Optional<String> next(Asked asked, Hits hits) {
        boolean more = (long) asked.page() * asked.size() < hits.total();
        return more
                ? Optional.of(address(asked, Map.of("page", Integer.toString(asked.page() + 1))))
                : Optional.empty();
    }

    /// The address of this search with other values; an empty one leaves a parameter out.
    private static String address(Asked asked, Map<String, String> others) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", asked.words());
        FACETS.forEach(facet -> asked.chosen(facet).ifPresent(value -> parameters.put(facet, value)));
        if (asked.size() != 20) {
            parameters.put("page-size", Integer.toString(asked.size()));
        }
        parameters.putAll(others);
        StringBuilder address = new StringBuilder("/search?");
        parameters.forEach((name, value) -> {
            if (!value.isEmpty() || name.equals("q")) {
                address.append(address.toString().endsWith("?") ? "" : "&")
                        .append(name)
                        .append('=')
                        .append(Addresses.encode(value));
            }
        });
        return address.toString();
    }

    private SearchPage page(Visit visit, Asked asked, Hits hits, List<Link> links) {
        Labels labels = visit.labels();
        List<SearchPage.Facet> facets = new ArrayList<>();
        for (String field : FACETS) {
            List<SearchPage.Value> values = hits.facets().getOrDefault(field, List.of()).stream()
                    .limit(SHOWN_VALUES)
                    .map(count -> value(visit, asked, field, count))
                    .toList();
            if (!values.isEmpty()) {
                facets.add(new SearchPage.Facet(field, title(visit, field), values));
            }
        }
        String title =
                asked.words().isBlank() ? visit.word("search.title") : visit.word("search.titleFor", asked.words());
        return new SearchPage(
                visit.frame(title, "", List.of()).withLinks(links),
                asked.words(),
                hits.total(),
                hits.near(),
                (long) (asked.page() - 1) * asked.size() + 1,
                facets,
                hits.hits().stream().map(hit -> hit(visit, labels, hit)).toList(),
                target(links, "prev"),
                target(links, "next"));
    }

    private static String title(Visit visit, String field) {
        return switch (field) {
            case "type" -> visit.word("facet.type");
            case "dataset" -> visit.word("facet.dataset");
            default -> visit.word("facet.district");
        };
    }

    private static String target(List<Link> links, String relation) {
        return links.stream()
                .filter(link -> link.relation().equals(relation))
                .map(Link::target)
                .findFirst()
                .orElse("");
    }

    private static SearchPage.Value value(Visit visit, Asked asked, String field, Hits.Count count) {
        boolean chosen = asked.chosen(field).filter(count.value()::equals).isPresent();
        String href = address(asked, Map.of(field, chosen ? "" : count.value()));
        String label = label(visit, visit.labels(), field, count.value());
        return new SearchPage.Value(label, href, count.count(), chosen);
    }

    private static String label(Visit visit, Labels labels, String field, String value) {
        return field.equals("dataset")
                ? dataset(visit, value)
                : labels.of(NodeFactory.createURI(value)).text();
    }

    private static String dataset(Visit visit, String slug) {
        return visit.site()
                .datasets()
                .find(slug)
                .map(dataset -> dataset.title().in(visit.language()))
                .orElse(slug);
    }

    private static SearchPage.Hit hit(Visit visit, Labels labels, Hits.Hit hit) {
        Labels.Label label = labels.of(NodeFactory.createURI(hit.iri()));
        return new SearchPage.Hit(
                label.text(),
                label.tag(),
                href(visit, hit.iri()),
                type(labels, hit),
                String.join(
                        ", ",
                        hit.datasets().stream()
                                .map(slug -> dataset(visit, slug))
                                .toList()),
                hit.snippet());
    }

    private static String href(Visit visit, String iri) {
        return visit.hrefs().local(iri).orElseGet(() -> "/resource?iri=" + Addresses.encode(iri));
    }

    private static String type(Labels labels, Hits.Hit hit) {
        return hit.types().stream()
                .sorted((one, other) -> Boolean.compare(other.contains("/def/"), one.contains("/def/")))
                .findFirst()
                .map(type -> labels.of(NodeFactory.createURI(type)).text())
                .orElse("");
    }

    private static Map<String, Object> document(Visit visit, Asked asked, Hits hits) {
        Labels labels = visit.labels();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("state", visit.generation().state());
        document.put("total", hits.total());
        document.put("page", asked.page());
        document.put("pageSize", asked.size());
        document.put("next", next(asked, hits).<Object>map(each -> each).orElseGet(NullNode::getInstance));
        document.put("nearSpelling", hits.near());
        document.put(
                "hits",
                hits.hits().stream().map(hit -> json(visit, labels, hit)).toList());
        document.put(
                "facets",
                FACETS.stream()
                        .map(field -> Map.of("field", field, "values", values(visit, labels, field, hits)))
                        .toList());
        return document;
    }

    private static Map<String, Object> json(Visit visit, Labels labels, Hits.Hit hit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("iri", hit.iri());
        json.put("url", href(visit, hit.iri()));
        json.put("label", labels.of(NodeFactory.createURI(hit.iri())).text());
        json.put("type", hit.types().isEmpty() ? "" : hit.types().getFirst());
        json.put("typeLabel", type(labels, hit));
        json.put("dataset", hit.datasets().isEmpty() ? "" : hit.datasets().getFirst());
        json.put("snippet", hit.snippet());
        return json;
    }

    private static List<Map<String, Object>> values(Visit visit, Labels labels, String field, Hits hits) {
        List<Map<String, Object>> values = new ArrayList<>();
        for (Hits.Count count : hits.facets().getOrDefault(field, List.of())) {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("value", count.value());
            value.put("label", label(visit, labels, field, count.value()));
            value.put("count", count.count());
            values.add(value);
        }
        return values;
    }

    /// The text of a generation.
    static Searched searched(Generation generation) {
        return new Searched(generation.index());
    }
}
