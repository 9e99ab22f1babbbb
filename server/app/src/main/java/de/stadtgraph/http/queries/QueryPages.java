package de.stadtgraph.http.queries;

import de.stadtgraph.http.Addresses;
import de.stadtgraph.http.DatasetFacts;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.Link;
import de.stadtgraph.http.PublishedRelease;
import de.stadtgraph.http.Visit;
import de.stadtgraph.query.PreparedQuery;
import de.stadtgraph.query.stored.Parameter;
import de.stadtgraph.query.stored.StoredQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/// Makes the page of a stored query. One request.
final class QueryPages {
    private static final int SHOWN_ROWS = 100;
    private static final List<String> TABLES = List.of("csv", "json", "tsv", "xml");

    private final Visit visit;
    private final StoredQuery query;
    private final Given given;
    private final Cells cells;

    QueryPages(Visit visit, StoredQuery query, Given given) {
        this.visit = visit;
        this.query = query;
        this.given = given;
        this.cells = new Cells(visit);
    }

    /// The page without an answer: a required parameter has no value yet.
    QueryPage form() {
        return page(Optional.empty(), List.of());
    }

    QueryPage answered(Rows rows) {
        int page = given.paging().map(Given.Paging::page).orElse(1);
        int size = given.paging().map(Given.Paging::size).orElse(SHOWN_ROWS);
        String path = "/query/" + query.name();
        boolean more = rows.all().size() > (long) page * size;
        String previous = page > 1 ? given.address(path, page - 1, size) : "";
        String next = more ? given.address(path, page + 1, size) : "";
        List<Link> links = new ArrayList<>();
        if (!previous.isEmpty()) {
            links.add(Link.of(previous, "prev"));
        }
        if (!next.isEmpty()) {
            links.add(Link.of(next, "next"));
        }
        int from = Math.min(rows.all().size(), Math.multiplyExact(page - 1, size));
        List<List<Optional<Node>>> shown =
                rows.all().subList(from, Math.min(rows.all().size(), from + size));
        var answer = new QueryPage.Answer(
                columns(rows),
                shown.stream().map(row -> cells.row(row, rows.columns())).toList(),
                from + 1L,
                rows.all().size(),
                rows.isCut(),
                sentence(rows),
                new ChartMaker(visit, query).chart(rows),
                new MapMaker(visit, query).map(rows),
                downloads(),
                previous,
                next);
        return page(Optional.of(answer), links);
    }

    private QueryPage page(Optional<QueryPage.Answer> answer, List<Link> links) {
        List<Link> all = new ArrayList<>(links);
        all.add(Link.of(visit.site().iris().iri("query/" + query.name()), "canonical"));
        all.add(Link.of("/query/" + query.name() + "/about", "describedby"));
        List<Frame.Crumb> crumbs = List.of(new Frame.Crumb(visit.word("queries.title"), "/query"));
        String title = query.question().in(visit.language());
        return new QueryPage(
                visit.frame(title, visit.word("query.kind"), crumbs).withLinks(all),
                query,
                query.parameters().stream().map(this::field).toList(),
                answer,
                query.datasets().stream().map(this::source).toList(),
                new Snippets(visit, query, given).all(),
                "/sparql?query=" + Addresses.encode(query.sparql()));
    }

    private QueryPage.Field field(Parameter parameter) {
        return new Fields(visit).field(parameter, given.shown(parameter));
    }

    private QueryPage.Source source(String slug) {
        var dataset = visit.site().datasets().find(slug);
        Optional<DatasetFacts> facts = dataset.map(DatasetFacts::of);
        Long number = visit.generation().releases().get(slug);
        long warnings = number == null
                ? 0
                : visit.site()
                        .publications()
                        .release(slug, number)
                        .map(PublishedRelease::results)
                        .map(results -> results.violation() + results.warning())
                        .orElse(0L);
        return new QueryPage.Source(
                dataset.map(found -> found.title().in(visit.language())).orElse(slug),
                "/dataset/" + slug,
                facts.flatMap(DatasetFacts::licence).orElse(""),
                facts.map(DatasetFacts::licenceName).orElse(""),
                warnings);
    }

    private List<QueryPage.Column> columns(Rows rows) {
        return rows.columns().stream()
                .map(name -> new QueryPage.Column(
                        query.label(name).in(visit.language()), Cells.isNumeric(rows.column(name))))
                .toList();
    }

    /// An answer of one value is a sentence, not a table.
    private Optional<QueryPage.Sentence> sentence(Rows rows) {
        if (rows.all().size() != 1 || rows.columns().size() != 1) {
            return Optional.empty();
        }
        return rows.all()
                .getFirst()
                .getFirst()
                .map(node -> new QueryPage.Sentence(
                        query.label(rows.columns().getFirst()).in(visit.language()),
                        cells.cell(node, rows.columns().getFirst()).text()));
    }

    private List<QueryPage.Download> downloads() {
        List<String> formats = isTable() ? TABLES : List.of("ttl", "jsonld", "nt", "rdf");
        return formats.stream()
                .map(format -> new QueryPage.Download(
                        format, QueryAnswers.address("/query/" + query.name() + "." + format, given.values())))
                .toList();
    }

    private boolean isTable() {
        return !query.columns().isEmpty() || query.sparql().contains(PreparedQuery.Kind.SELECT.name());
    }
}
