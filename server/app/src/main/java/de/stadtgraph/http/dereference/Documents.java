package de.stadtgraph.http.dereference;

import de.stadtgraph.http.Addresses;
import de.stadtgraph.http.Caching;
import de.stadtgraph.http.ContentNegotiation;
import de.stadtgraph.http.DatasetFacts;
import de.stadtgraph.http.Format;
import de.stadtgraph.http.Headers;
import de.stadtgraph.http.Link;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.Offer;
import de.stadtgraph.http.RdfBodies;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// The document about an IRI, in every format the same statements.
final class Documents {
    private static final String DOC = "/doc/";

    private final WrittenDocuments written = new WrittenDocuments();

    /// Where a document is.
    ///
    /// @param path path without suffix
    /// @param query what belongs to the address besides the format; empty or `iri=…`
    private record Place(String path, String query) {
        String in(Format format) {
            return query.isEmpty() ? path + "." + format.suffix() : address() + "&format=" + format.suffix();
        }

        String address() {
            return query.isEmpty() ? path : path + "?" + query;
        }
    }

    /// Answers `/doc/…`.
    void answer(Visit visit) {
        if (SchemeTable.isAsked(visit.context().req().getRequestURI())) {
            SchemeTable.answer(visit);
            return;
        }
        Offer.Suffixed split = MediaTypes.DOCUMENT.split(visit.context().req().getRequestURI());
        Negotiated negotiated =
                ContentNegotiation.choose(visit.context(), MediaTypes.DOCUMENT, split.format(), split.path());
        var place = new Place(split.path(), "");
        headers(visit, negotiated, place, split.format().isPresent());
        if (visit.isUnchanged(negotiated, "inverse", "page") || isWritten(visit, negotiated)) {
            return;
        }
        String key = split.path().substring(DOC.length());
        String path = key.startsWith("kos/") ? "/" + key : "/id/" + key;
        if (!negotiated.isHtml() && Things.known(visit, path).isEmpty()) {
            Optional<Tombstone> tombstone = Things.tombstone(visit, path);
            if (tombstone.isPresent()) {
                gone(visit, negotiated, tombstone.get());
                return;
            }
        }
        send(visit, negotiated, Things.find(visit, path), place);
    }

    private static void gone(Visit visit, Negotiated negotiated, Tombstone tombstone) {
        visit.context().status(ErrorCode.GONE.status());
        visit.context().header("Cache-Control", Caching.MISSING.value());
        visit.context().removeHeader("ETag");
        visit.context().removeHeader("Content-Location");
        visit.send(negotiated, RdfBodies.write(negotiated.format(), tombstone.quads()));
    }

    /// Answers `/resource?iri=`: any IRI that occurs; one with a document of its own leads there.
    void resource(Visit visit) {
        String iri = Optional.ofNullable(visit.context().queryParam("iri")).orElse("");
        if (!iri.matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+")) {
            throw new ServerException(
                            ErrorCode.BAD_REQUEST,
                            new Text("Der Parameter iri muss eine IRI sein.", "The parameter iri must be an IRI."))
                    .with("parameter", "iri");
        }
        Optional<String> own =
                visit.hrefs().local(iri).filter(path -> path.startsWith(DOC) || path.startsWith("/def/"));
        if (own.isPresent()) {
            visit.context().header("Location", Headers.encoded(own.get())).status(303);
            return;
        }
        var place = new Place("/resource", "iri=" + Addresses.encode(iri));
        Negotiated negotiated =
                ContentNegotiation.choose(visit.context(), MediaTypes.DOCUMENT, Optional.empty(), "/resource");
        if (visit.isUnchanged(negotiated, "iri", "inverse", "page")) {
            return;
        }
        Node node = NodeFactory.createURI(iri);
        var describer = new Describer(visit.generation().data());
        if (!describer.isKnown(node) && !describer.isProperty(node)) {
            throw new ServerException(
                    ErrorCode.NOT_FOUND,
                    new Text("Zu " + iri + " ist nichts bekannt.", "Nothing is known of " + iri + "."));
        }
        send(visit, negotiated, node, place);
    }

    private static void headers(Visit visit, Negotiated negotiated, Place place, boolean hasSuffix) {
        if (!hasSuffix) {
            visit.context().header("Content-Location", Headers.encoded(place.in(negotiated.format())));
        }
    }

    private void send(Visit visit, Negotiated negotiated, Node thing, Place place) {
        Description description = new Describer(visit.generation().data()).describe(thing, incoming(visit));
        List<Link> links = links(visit, description, place);
        String next = next(visit, description, place);
        if (!next.isEmpty()) {
            links.add(Link.of(next, "next"));
        }
        if (negotiated.isHtml()) {
            visit.page(
                    "thing",
                    new ThingPages(visit).page(description, place.address()).withLinks(links),
                    links);
            return;
        }
        Headers.links(visit.context(), links);
        Node document = NodeFactory.createURI(absolute(visit, place.address()));
        String nextIri = next.isEmpty() ? "" : absolute(visit, next);
        var quads = new DocumentGraph(visit, document).quads(description, nextIri);
        byte[] body = RdfBodies.write(negotiated.format(), quads);
        String tag = visit.context().res().getHeader("ETag");
        String header = visit.context().res().getHeader("Link");
        if (tag != null && header != null) {
            written.keep(tag, new WrittenDocuments.Written(body, header));
        }
        visit.send(negotiated, body);
    }

    /// Sends a document that was written before.
    private boolean isWritten(Visit visit, Negotiated negotiated) {
        String tag = visit.context().res().getHeader("ETag");
        if (negotiated.isHtml() || tag == null) {
            return false;
        }
        Optional<WrittenDocuments.Written> known = written.find(tag);
        known.ifPresent(document -> {
            visit.context().header("Link", document.links());
            visit.send(negotiated, document.body());
        });
        return known.isPresent();
    }

    private static List<Link> links(Visit visit, Description description, Place place) {
        List<Link> links = new ArrayList<>();
        for (Format format : MediaTypes.DOCUMENT.formats()) {
            links.add(new Link(place.in(format), "alternate", format.mediaType()));
        }
        links.add(Link.of(absolute(visit, place.address()), "canonical"));
        links.add(Link.of(description.subject().getURI(), "describes"));
        DocumentGraph.slugs(description, visit.site().iris()).stream()
                .findFirst()
                .ifPresent(slug -> {
                    links.add(Link.of("/dataset/" + slug, "collection"));
                    visit.site()
                            .datasets()
                            .find(slug)
                            .flatMap(dataset -> DatasetFacts.of(dataset).licence())
                            .ifPresent(licence -> links.add(Link.of(licence, "license")));
                });
        return links;
    }

    /// The next page of incoming statements, where they are more than a page.
    private static String next(Visit visit, Description description, Place place) {
        if (description.hasMoreOutgoing()) {
            return place.address() + (place.query().isEmpty() ? "?" : "&") + "page=" + (description.page() + 1);
        }
        if (!description.hasNext()) {
            return "";
        }
        String inverse =
                Optional.ofNullable(visit.context().queryParam("inverse")).orElse("*");
        return place.address() + (place.query().isEmpty() ? "?" : "&") + "inverse=" + Addresses.encode(inverse)
                + "&page=" + (description.page() + 1);
    }

    private static Describer.Incoming incoming(Visit visit) {
        Optional<Node> property = Optional.ofNullable(visit.context().queryParam("inverse"))
                .filter(iri -> !iri.equals("*") && !iri.isBlank())
                .map(NodeFactory::createURI);
        String page = Optional.ofNullable(visit.context().queryParam("page")).orElse("1");
        if (!page.matches("[1-9][0-9]{0,5}")) {
            throw new ServerException(
                            ErrorCode.BAD_REQUEST,
                            new Text(
                                    "page muss eine Zahl von 1 bis 999999 sein.",
                                    "page must be a number from 1 to 999999."))
                    .with("parameter", "page");
        }
        boolean all = "*".equals(visit.context().queryParam("inverse"));
        return new Describer.Incoming(property, all, Integer.parseInt(page));
    }

    private static String absolute(Visit visit, String path) {
        return visit.site().iris().iri(path.substring(1));
    }
}
