package de.stadtgraph.http.catalog;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.http.Addresses;
import de.stadtgraph.http.Link;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Rdf;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/// The part of the catalogue that a harvester asked for: all of it, one page, or what changed since a time (Hydra Core
/// Vocabulary, section 5.3). Immutable.
///
/// @param datasets datasets of this part
/// @param page number of the page; 0 for the whole catalogue
/// @param total datasets of all pages
/// @param size datasets of a page, at most [#MOST]
/// @param since only what changed at or after this time
record CatalogPage(String base, List<Dataset> datasets, int page, int total, int size, String since) {
    private static final int MOST = 100;
    private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";

    /// Reads `page`, `size` and `modified_since` of a request.
    static CatalogPage of(Visit visit, List<Dataset> all) {
        String since = Optional.ofNullable(visit.context().queryParam("modified_since"))
                .orElse("");
        List<Dataset> wanted = since.isEmpty() ? all : changed(visit, all, since);
        String number = visit.context().queryParam("page");
        String base = visit.site().iris().iri("catalog");
        if (number == null) {
            return new CatalogPage(base, wanted, 0, wanted.size(), MOST, since);
        }
        int size = number(
                "size", Optional.ofNullable(visit.context().queryParam("size")).orElse("" + MOST), MOST);
        int page = number("page", number, last(wanted.size(), size));
        int from = (page - 1) * size;
        return new CatalogPage(
                base, wanted.subList(from, Math.min(from + size, wanted.size())), page, wanted.size(), size, since);
    }

    private static int number(String parameter, String text, int most) {
        int number = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            throw new ServerException(
                            ErrorCode.BAD_REQUEST,
                            new Text(
                                    parameter + " ist eine Zahl von 1 bis " + most + ".",
                                    parameter + " is a number from 1 to " + most + "."))
                    .with("parameter", parameter)
                    .with("value", text);
        }
        return number;
    }

    private static int last(int total, int size) {
        return Math.max(1, (total + size - 1) / size);
    }

    private static List<Dataset> changed(Visit visit, List<Dataset> all, String since) {
        Instant time = time(since, visit.site().zone());
        return all.stream()
                .filter(dataset ->
                        modified(dataset).map(last -> !last.isBefore(time)).orElse(true))
                .toList();
    }

    private static Instant time(String since, ZoneId zone) {
        try {
            return since.length() == "2026-01-01".length()
                    ? LocalDate.parse(since).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(since.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw new ServerException(
                            ErrorCode.BAD_REQUEST,
                            new Text(
                                    "modified_since ist ein Tag oder ein Zeitpunkt mit Zone, zum Beispiel 2026-01-31"
                                            + " oder 2026-01-31T00:00:00Z.",
                                    "modified_since is a day or a time with a zone, for example 2026-01-31 or"
                                            + " 2026-01-31T00:00:00Z."))
                    .with("parameter", "modified_since")
                    .with("value", since);
        }
    }

    private static Optional<Instant> modified(Dataset dataset) {
        return Values.any(dataset.record(), dataset.node(), Dct.MODIFIED)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .filter(form -> form.endsWith("Z") && form.contains("T"))
                .map(Instant::parse);
    }

    private int last() {
        return last(total, size);
    }

    private boolean isPaged() {
        return page > 0;
    }

    /// Links to the pages around this one.
    List<Link> links(String path) {
        List<Link> links = new ArrayList<>();
        if (isPaged()) {
            links.add(Link.of(address(path, 1), "first"));
            links.add(Link.of(address(path, last()), "last"));
            if (page > 1) {
                links.add(Link.of(address(path, page - 1), "prev"));
            }
            if (page < last()) {
                links.add(Link.of(address(path, page + 1), "next"));
            }
        }
        return links;
    }

    private String address(String path, int number) {
        String most = size == MOST ? "" : "&size=" + size;
        String kept = since.isEmpty() ? "" : "&modified_since=" + Addresses.encode(since);
        return path + "?page=" + number + most + kept;
    }

    /// The page in RDF; it is both what Hydra calls a view now and what harvesters in use look for.
    List<Quad> describe() {
        List<Quad> quads = new ArrayList<>();
        if (!isPaged()) {
            return quads;
        }
        Node view = iri(page);
        add(quads, view, Rdf.TYPE, hydra("PartialCollectionView"));
        add(quads, view, Rdf.TYPE, hydra("PagedCollection"));
        add(quads, view, hydra("totalItems"), count(total));
        add(quads, view, hydra("itemsPerPage"), count(size));
        add(quads, view, hydra("first"), iri(1));
        add(quads, view, hydra("last"), iri(last()));
        if (page < last()) {
            add(quads, view, hydra("next"), iri(page + 1));
        }
        if (page > 1) {
            add(quads, view, hydra("previous"), iri(page - 1));
        }
        return quads;
    }

    private Node iri(int number) {
        return NodeFactory.createURI(address(base, number));
    }

    private static void add(List<Quad> quads, Node subject, Node property, Node value) {
        quads.add(new Quad(Quad.defaultGraphIRI, subject, property, value));
    }

    private static Node hydra(String name) {
        return NodeFactory.createURI(HYDRA + name);
    }

    private static Node count(long number) {
        return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
    }
}
