package de.stadtgraph.http.catalog;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.http.ContentNegotiation;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.Headers;
import de.stadtgraph.http.Link;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.Offer;
import de.stadtgraph.http.Statistics;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/// `/dataset/{slug}/table/{Class}`: all things of a class as a table, streamed under no row limit; a hundred a page for
/// people. For many threads.
public final class ClassTables {
    private static final int PAGE = 100;
    private static final Offer OFFER =
            new Offer(List.of(MediaTypes.CSV, MediaTypes.CSV_EXCEL, MediaTypes.TSV, MediaTypes.HTML), MediaTypes.CSV);

    void answer(Visit visit) throws IOException {
        Offer.Suffixed split = OFFER.split(visit.context().req().getRequestURI());
        Negotiated negotiated = ContentNegotiation.choose(visit.context(), OFFER, split.format(), split.path());
        Dataset dataset = DatasetRequests.find(visit, visit.context().pathParam("slug"));
        String name = split.path().substring(split.path().lastIndexOf('/') + 1);
        Node type = type(visit, dataset, name);
        if (visit.isUnchanged(negotiated, "page", "format")) {
            return;
        }
        var table = ClassTable.of(visit, dataset, type);
        List<Link> links = links(visit, split.path());
        if (negotiated.isHtml()) {
            visit.page("table", page(visit, dataset, table, links), links);
            return;
        }
        Headers.links(visit.context(), links);
        stream(
                visit,
                negotiated,
                table,
                dataset.slug() + "-" + visit.generation().state() + "-" + name);
    }

    private static List<Link> links(Visit visit, String path) {
        List<Link> links = new ArrayList<>();
        links.add(new Link(path + ".csv", "alternate", "text/csv"));
        links.add(new Link(path + ".tsv", "alternate", "text/tab-separated-values"));
        links.add(Link.of(visit.site().iris().iri(path.substring(1)), "canonical"));
        return links;
    }

    /// The class of this local name in the dataset's graph.
    private static Node type(Visit visit, Dataset dataset, String name) {
        Node graph = visit.site().iris().graph(dataset.slug());
        List<Node> types = visit.statistics().classes(graph).stream()
                .map(Statistics.Use::term)
                .toList();
        return types.stream()
                .filter(term -> local(term).equals(name))
                .findFirst()
                .orElseThrow(() -> new ServerException(
                                ErrorCode.NOT_FOUND,
                                new Text(
                                        "In " + dataset.slug() + " gibt es keine Dinge der Klasse " + name + ".",
                                        dataset.slug() + " has no things of a class " + name + "."))
                        .with(
                                "suggestions",
                                types.stream().map(ClassTables::local).toList()));
    }

    static String local(Node term) {
        String iri = term.getURI();
        return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }

    private static void stream(Visit visit, Negotiated negotiated, ClassTable table, String file) throws IOException {
        CsvLines form = negotiated.format().equals(MediaTypes.TSV)
                ? CsvLines.TSV
                : negotiated.format().equals(MediaTypes.CSV_EXCEL) ? CsvLines.EXCEL : CsvLines.CSV;
        String kind = form == CsvLines.EXCEL ? "attachment" : "inline";
        String suffix = form == CsvLines.TSV ? "tsv" : "csv";
        visit.context().header("Content-Disposition", kind + "; filename=\"" + file + "." + suffix + "\"");
        visit.context().contentType(negotiated.contentType());
        if (visit.context().req().getMethod().equals("HEAD")) {
            return;
        }
        var out = new BufferedOutputStream(visit.context().res().getOutputStream(), 1 << 16);
        out.write(form.start());
        out.write(form.line(table.header()));
        for (Node thing : table.things()) {
            out.write(form.line(table.row(thing)));
        }
        out.flush();
    }

    private static Page page(Visit visit, Dataset dataset, ClassTable table, List<Link> links) {
        int last = Math.max(1, (table.things().size() + PAGE - 1) / PAGE);
        String number = Optional.ofNullable(visit.context().queryParam("page")).orElse("1");
        int page = number.matches("[0-9]{1,7}") ? Math.clamp(Integer.parseInt(number), 1, last) : 1;
        int from = (page - 1) * PAGE;
        List<Row> rows = table
                .things()
                .subList(from, Math.min(from + PAGE, table.things().size()))
                .stream()
                .map(thing -> new Row(visit.hrefs().of(thing).orElse("/"), table.row(thing)))
                .toList();
        String label = visit.labels().of(table.type()).text();
        Frame frame = visit.frame(label, dataset.title().in(visit.language()), DatasetRequests.crumbs(visit, dataset))
                .withLinks(links);
        return new Page(
                frame,
                dataset,
                local(table.type()),
                table.header(),
                rows,
                table.things().size(),
                page,
                last);
    }

    /// A page of a table.
    ///
    /// @param name local name of the class
    /// @param total rows of all pages
    public record Page(
            Frame frame,
            Dataset dataset,
            String name,
            List<String> header,
            List<Row> rows,
            int total,
            int page,
            int last) {}

    /// One thing.
    public record Row(String href, List<String> cells) {}
}
