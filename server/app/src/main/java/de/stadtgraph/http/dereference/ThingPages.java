package de.stadtgraph.http.dereference;

import de.stadtgraph.http.Addresses;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.Hrefs;
import de.stadtgraph.http.Labels;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Prefixes;
import de.stadtgraph.http.Visit;
import de.stadtgraph.http.dereference.ThingPage.Cell;
import de.stadtgraph.vocabulary.Geo;
import de.stadtgraph.vocabulary.Rdf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/// Makes the page of a description. Used by one thread, for one request.
final class ThingPages {
    private static final int FIRST = 10;
    private static final int LONG_TEXT = 300;

    private final Visit visit;
    private final Labels labels;
    private final Hrefs hrefs;

    ThingPages(Visit visit) {
        this.visit = visit;
        this.labels = visit.labels();
        this.hrefs = visit.hrefs();
    }

    /// @param path path of the document without suffix
    ThingPage page(Description description, String path) {
        Labels.Label label = labels.of(description.subject());
        List<Cell> types = description.outgoing().stream()
                .filter(quad -> quad.getPredicate().equals(Rdf.TYPE))
                .map(quad -> term(quad.getObject()))
                .sorted(Comparator.comparing((Cell type) -> !type.href().startsWith("/def/")))
                .distinct()
                .toList();
        String kind = types.isEmpty() ? "" : types.getFirst().text();
        return new ThingPage(
                visit.frame(label.text(), kind, crumbs(description)),
                description.subject().getURI(),
                Cell.text(label.text(), label.tag()),
                types,
                rows(description.outgoing()),
                parts(description),
                place(description.subject()),
                branches(SchemeTree.of(visit.generation().data(), description.subject())
                        .roots()),
                incoming(description, path),
                MediaTypes.GRAPH.formats(),
                path);
    }

    private List<Frame.Crumb> crumbs(Description description) {
        List<Frame.Crumb> crumbs = new ArrayList<>();
        crumbs.add(new Frame.Crumb(visit.word("frame.datasets"), "/catalog"));
        DocumentGraph.slugs(description, visit.site().iris()).stream()
                .findFirst()
                .ifPresent(slug -> crumbs.add(new Frame.Crumb(title(slug), "/dataset/" + slug)));
        return crumbs;
    }

    private String title(String slug) {
        return visit.site()
                .datasets()
                .find(slug)
                .map(dataset -> dataset.title().in(visit.language()))
                .orElse(slug);
    }

    private List<ThingPage.Row> rows(List<Quad> quads) {
        Map<Node, List<Cell>> byProperty = new LinkedHashMap<>();
        for (Quad quad : quads) {
            byProperty
                    .computeIfAbsent(quad.getPredicate(), _ -> new ArrayList<>())
                    .add(value(
                            quad.getObject(),
                            DocumentGraph.slug(quad, visit.site().iris()).orElse("")));
        }
        List<ThingPage.Row> rows = new ArrayList<>();
        byProperty.forEach((property, values) -> {
            String shortened = Prefixes.shorten(property.getURI());
            rows.add(new ThingPage.Row(anchor(shortened), term(property), shortened, values));
        });
        rows.sort(Comparator.comparingInt((ThingPage.Row row) -> order(row.term()))
                .thenComparing(row -> row.property().text(), String.CASE_INSENSITIVE_ORDER));
        return rows;
    }

    /// Names first, then what the city's ontology says, then the rest.
    private static int order(String term) {
        if (term.endsWith(":prefLabel") || term.equals("rdfs:label") || term.equals("dct:title")) {
            return 0;
        }
        if (term.equals("dct:identifier") || term.equals("skos:notation")) {
            return 1;
        }
        return term.startsWith("jmo:") ? 2 : 3;
    }

    private List<ThingPage.Part> parts(Description description) {
        Map<Node, List<Quad>> bySubject = new LinkedHashMap<>();
        description
                .parts()
                .forEach(quad -> bySubject
                        .computeIfAbsent(quad.getSubject(), _ -> new ArrayList<>())
                        .add(quad));
        List<ThingPage.Part> parts = new ArrayList<>();
        bySubject.forEach((part, quads) -> {
            String iri = part.getURI();
            parts.add(new ThingPage.Part(
                    iri.substring(Math.max(iri.indexOf('#'), iri.lastIndexOf('/')) + 1), rows(quads)));
        });
        return parts;
    }

    private Optional<ThingPage.Place> place(Node subject) {
        var city = visit.map();
        return city.isEmpty()
                ? Optional.empty()
                : city.shape(visit.generation().data(), subject).map(shape -> new ThingPage.Place(city, shape));
    }

    private List<ThingPage.Branch> branches(List<SchemeTree.Branch> tree) {
        return tree.stream()
                .map(branch ->
                        new ThingPage.Branch(term(branch.concept()), branch.notation(), branches(branch.below())))
                .toList();
    }

    private List<ThingPage.Group> incoming(Description description, String path) {
        Map<Node, List<Cell>> shown = new LinkedHashMap<>();
        boolean paged = visit.context().queryParam("inverse") != null;
        for (Quad quad : description.incoming()) {
            List<Cell> cells = shown.computeIfAbsent(quad.getPredicate(), _ -> new ArrayList<>());
            if (paged || cells.size() < FIRST) {
                cells.add(value(
                        quad.getSubject(),
                        DocumentGraph.slug(quad, visit.site().iris()).orElse("")));
            }
        }
        List<ThingPage.Group> groups = new ArrayList<>();
        description.counts().forEach((property, count) -> {
            List<Cell> cells = shown.getOrDefault(property, List.of());
            int next = paged && !cells.isEmpty() ? description.page() + 1 : 1;
            boolean onPage = paged && !cells.isEmpty();
            boolean all = onPage ? !description.hasNext() : cells.size() >= count;
            String address = path + (path.contains("?") ? "&" : "?") + "inverse=" + Addresses.encode(property.getURI())
                    + "&page=" + next;
            groups.add(new ThingPage.Group(term(property), count, cells, all ? "" : address));
        });
        List<Cell> uses = shown.get(description.subject());
        if (uses != null) {
            long count = visit.statistics().uses(description.subject());
            groups.add(new ThingPage.Group(term(description.subject()), count, uses, ""));
        }
        groups.sort(Comparator.comparingLong(ThingPage.Group::count).reversed());
        return groups;
    }

    private Cell term(Node term) {
        Labels.Label label = labels.of(term);
        String href = term.isURI() ? hrefs.ofTerm(term) : "";
        return new Cell(label.text(), href, label.tag(), "", "", "");
    }

    private Cell value(Node node, String dataset) {
        if (!node.isLiteral()) {
            Labels.Label label = labels.of(node);
            String href = hrefs.of(node).orElse("");
            return new Cell(label.text(), href, label.tag(), "", node.toString(), dataset);
        }
        String text = node.getLiteralLexicalForm();
        String tag = node.getLiteralLanguage();
        String datatype = Prefixes.shorten(node.getLiteralDatatypeURI());
        boolean plain = datatype.equals("xsd:string") || datatype.equals("rdf:langString");
        return new Cell(
                shown(node, text),
                "",
                tag.equals(visit.language().tag()) ? "" : tag,
                plain ? "" : datatype,
                text,
                dataset);
    }

    private String shown(Node literal, String text) {
        if (literal.getLiteralDatatypeURI().equals(Geo.WKT_LITERAL.getURI()) && text.length() > LONG_TEXT) {
            return text.substring(0, LONG_TEXT) + " …";
        }
        if (literal.getLiteralDatatypeURI().endsWith("#decimal")
                || literal.getLiteralDatatypeURI().endsWith("#double")) {
            try {
                return visit.phrases().decimal(Double.parseDouble(text));
            } catch (NumberFormatException _) {
                return text;
            }
        }
        return text;
    }

    private static String anchor(String term) {
        return "p-" + term.replaceAll("[^A-Za-z0-9]+", "-");
    }
}
