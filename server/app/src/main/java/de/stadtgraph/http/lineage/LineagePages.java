package de.stadtgraph.http.lineage;

import de.stadtgraph.http.ContentNegotiation;
import de.stadtgraph.http.Format;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.Headers;
import de.stadtgraph.http.Link;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.Offer;
import de.stadtgraph.http.RdfBodies;
import de.stadtgraph.http.ReleaseDetails;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Answers `/lineage/{type}/{key}`: the receipt of a thing. Stateless.
final class LineagePages {
    private static final Offer OFFER = new Offer(
            List.of(
                    MediaTypes.TURTLE,
                    MediaTypes.JSON,
                    MediaTypes.JSON_LD,
                    MediaTypes.N_TRIPLES,
                    MediaTypes.RDF_XML,
                    MediaTypes.N_QUADS,
                    MediaTypes.TRIG,
                    MediaTypes.HTML),
            MediaTypes.TURTLE);

    private LineagePages() {}

    static void answer(Visit visit) {
        Offer.Suffixed split = OFFER.split(visit.context().req().getRequestURI());
        String path = split.path();
        Negotiated negotiated = ContentNegotiation.choose(visit.context(), OFFER, split.format(), path);
        String below = path.substring("/lineage/".length());
        Node thing = NodeFactory.createURI(visit.site().iris().iri(below.startsWith("kos/") ? below : "id/" + below));
        if (visit.isUnchanged(negotiated)) {
            return;
        }
        Receipt receipt = Receipt.of(visit, thing)
                .orElseThrow(() -> new ServerException(
                        ErrorCode.NOT_FOUND,
                        new Text(
                                "Über " + thing.getURI() + " sagt dieser Datenstand nichts.",
                                "This state says nothing about " + thing.getURI() + ".")));
        List<Link> links = links(visit, path, thing);
        switch (negotiated.format().suffix()) {
            case "html" -> visit.page("lineage", page(visit, receipt, links), links);
            case "json" -> {
                Headers.links(visit.context(), links);
                visit.send(negotiated, ReceiptJson.of(receipt));
            }
            default -> {
                Headers.links(visit.context(), links);
                var graph = new ReceiptGraph(visit.site().iris());
                visit.send(negotiated, RdfBodies.write(negotiated.format(), graph.of(receipt)));
            }
        }
    }

    private static List<Link> links(Visit visit, String path, Node thing) {
        List<Link> links = new ArrayList<>();
        for (Format format : OFFER.formats()) {
            links.add(new Link(path + "." + format.suffix(), "alternate", format.mediaType()));
        }
        links.add(Link.of(visit.site().iris().iri(path.substring(1)), "canonical"));
        links.add(Link.of(thing.getURI(), "describes"));
        return links;
    }

    private static LineagePage page(Visit visit, Receipt receipt, List<Link> links) {
        String label = visit.labels().of(receipt.thing()).text();
        String document = visit.hrefs().local(receipt.thing().getURI()).orElse("/");
        List<Frame.Crumb> crumbs = List.of(new Frame.Crumb(label, document));
        Frame frame = visit.frame(visit.word("lineage.title"), label, crumbs).withLinks(links);
        return new LineagePage(
                frame,
                receipt.thing().getURI(),
                document,
                receipt.parts().stream().map(part -> section(visit, part)).toList(),
                OFFER.formats());
    }

    private static LineagePage.Section section(Visit visit, Receipt.Part part) {
        return new LineagePage.Section(
                part.dataset().slug(),
                part.dataset().title().in(visit.language()),
                part.release(),
                part.origins(),
                part.statements().stream().map(each -> line(visit, each)).toList(),
                part.findings(),
                part.dataset().suppressedFields().keySet().stream().sorted().toList(),
                part.details().mapping().isPresent());
    }

    private static LineagePage.Line line(Visit visit, Receipt.Said statement) {
        Node value = statement.quad().getObject();
        return new LineagePage.Line(
                visit.labels().of(statement.quad().getPredicate()).text(),
                visit.hrefs().ofTerm(statement.quad().getPredicate()),
                value.isLiteral()
                        ? value.getLiteralLexicalForm()
                        : visit.labels().of(value).text(),
                value.isLiteral() ? "" : visit.hrefs().of(value).orElse(""),
                statement.fields(),
                statement.rules().stream()
                        .mapToInt(ReleaseDetails.Rule::line)
                        .findFirst()
                        .orElse(0));
    }
}
