package de.stadtgraph.http.catalog;

import de.stadtgraph.catalog.AccessClass;
import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.http.PublishedRelease;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.Text;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.vocabulary.Dcat;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Foaf;
import de.stadtgraph.vocabulary.Prov;
import de.stadtgraph.vocabulary.Rdf;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/// DCAT-AP.de 3 from the descriptions of the releases. Used by one thread, for one request.
final class CatalogGraph {
    private static final String LANGUAGE = "http://publications.europa.eu/resource/authority/language/";
    private static final Node PUBLIC = iriOf("http://publications.europa.eu/resource/authority/access-right/PUBLIC");
    private static final Node STABLE =
            iriOf("http://publications.europa.eu/resource/authority/planned-availability/STABLE");
    private static final Node AVAILABILITY = iriOf("http://data.europa.eu/r5r/availability");

    private final Visit visit;
    private final CityIris iris;
    private final Set<Quad> quads = new LinkedHashSet<>();

    CatalogGraph(Visit visit) {
        this.visit = visit;
        this.iris = visit.site().iris();
    }

    /// Whether others can harvest the entry: it has content in this state or is not meant to have any, a publisher, and
    /// a licence where there is content.
    static boolean isHarvestable(Dataset dataset, Map<String, Long> releases) {
        boolean open = dataset.accessClass().filter(AccessClass.OPEN::equals).isPresent();
        boolean released = releases.containsKey(dataset.slug());
        boolean licensed = Values.all(dataset.record(), dataset.node(), Dcat.DISTRIBUTION).stream()
                .allMatch(file -> dataset.record().contains(file, Dct.LICENSE, Node.ANY));
        return (released ? licensed : !open) && dataset.record().contains(dataset.node(), Dct.PUBLISHER, Node.ANY);
    }

    /// A part of the catalogue: itself, its service, and the datasets of one page.
    List<Quad> catalog(CatalogPage page) {
        Node catalog = iri("catalog");
        Text city = visit.site().city();
        add(catalog, Rdf.TYPE, Dcat.CATALOG);
        texts(catalog, Dct.TITLE, new Text("Offene Daten: " + city.de(), "Open data: " + city.en()));
        texts(
                catalog,
                Dct.DESCRIPTION,
                new Text(
                        "Alle Datensätze des Servers als verknüpfte Daten, mit Qualitätsangaben je Freigabe.",
                        "All datasets of the server as linked data, with statements of quality for each release."));
        add(catalog, Dct.MODIFIED, time(visit.generation().time()));
        add(catalog, dct("license"), iriOf("http://dcat-ap.de/def/licenses/dl-zero-de/2.0"));
        languages(catalog);
        add(catalog, iriOf(Foaf.NAMESPACE + "homepage"), iri(""));
        add(
                catalog,
                iriOf(Dcat.NAMESPACE + "themeTaxonomy"),
                iriOf("http://publications.europa.eu/resource/authority/data-theme"));
        publisher(catalog);
        add(catalog, iriOf(Dcat.NAMESPACE + "service"), iri("sparql"));
        service(page.datasets());
        for (Dataset dataset : page.datasets()) {
            add(catalog, Dcat.DATASET, dataset.node());
            describe(dataset);
        }
        page.describe().forEach(quads::add);
        return List.copyOf(quads);
    }

    /// One dataset.
    List<Quad> dataset(Dataset dataset) {
        describe(dataset);
        service(List.of(dataset));
        return List.copyOf(quads);
    }

    /// One release.
    List<Quad> release(Dataset dataset, PublishedRelease release) {
        Node node = iris.release(dataset.slug(), release.number());
        add(node, Rdf.TYPE, Prov.ENTITY);
        texts(node, Dct.TITLE, dataset.title());
        add(node, iriOf(Dcat.NAMESPACE + "isVersionOf"), dataset.node());
        add(node, Dcat.VERSION, NodeFactory.createLiteralString(Long.toString(release.number())));
        add(node, Dct.ISSUED, time(release.time()));
        visit.site().publications().details(dataset.slug(), release.number()).ifPresent(details -> {
            details.record().find().forEachRemaining(triple -> quads.add(quad(triple)));
            details.decision().find().forEachRemaining(triple -> quads.add(quad(triple)));
        });
        return List.copyOf(quads);
    }

    private void describe(Dataset dataset) {
        dataset.record().find().forEachRemaining(triple -> quads.add(quad(origin(dataset, triple))));
        Node node = dataset.node();
        if (dataset.accessClass().filter(AccessClass.OPEN::equals).isEmpty()) {
            closed(node);
            return;
        }
        Values.all(dataset.record(), node, Dcat.DISTRIBUTION)
                .forEach(file -> add(file, Dcat.ACCESS_SERVICE, iri("sparql")));
        current(dataset).ifPresent(release -> measurements(node, release));
        documents(dataset);
        Values.all(dataset.record(), node, Dct.CONFORMS_TO)
                .forEach(standard -> add(standard, Rdf.TYPE, dct("Standard")));
    }

    /// The pages about a dataset, and by which name the national catalogue knows who contributes it.
    private void documents(Dataset dataset) {
        Node page = iri("dataset/" + dataset.slug() + ".html");
        Node quality = iri("dataset/" + dataset.slug() + "/quality");
        add(dataset.node(), iriOf(Dcat.NAMESPACE + "landingPage"), page);
        add(dataset.node(), Foaf.PAGE, quality);
        add(page, Rdf.TYPE, Foaf.DOCUMENT);
        add(quality, Rdf.TYPE, Foaf.DOCUMENT);
        String contributor = visit.site().contact().contributorId();
        if (!contributor.isEmpty()) {
            add(dataset.node(), iriOf("http://dcat-ap.de/def/dcatde/contributorID"), iriOf(contributor));
        }
    }

    /// DCAT-AP wants a described dataset behind `dct:source`; an address that is none is what the data derive from.
    private static Triple origin(Dataset dataset, Triple triple) {
        boolean address = triple.getPredicate().equals(Dct.SOURCE)
                && !dataset.record().contains(triple.getObject(), Rdf.TYPE, Dcat.DATASET_CLASS);
        return address ? Triple.create(triple.getSubject(), Prov.WAS_DERIVED_FROM, triple.getObject()) : triple;
    }

    /// Only the entry of a dataset that is not open is public, no way to its content.
    private void closed(Node dataset) {
        List<Node> files = quads.stream()
                .filter(quad ->
                        quad.getSubject().equals(dataset) && quad.getPredicate().equals(Dcat.DISTRIBUTION))
                .map(Quad::getObject)
                .toList();
        quads.removeIf(quad -> files.contains(quad.getSubject()) || files.contains(quad.getObject()));
    }

    /// The measurements of the whole release; those of single shapes stand on the page of its quality.
    private void measurements(Node dataset, PublishedRelease release) {
        for (PublishedRelease.QualityValue value : release.measurements()) {
            if (value.shape().isEmpty()) {
                new QualityGraph(iris).measurement(dataset, value, release).forEach(quads::add);
            }
        }
    }

    private Optional<PublishedRelease> current(Dataset dataset) {
        return Optional.ofNullable(visit.generation().releases().get(dataset.slug()))
                .flatMap(number -> visit.site().publications().release(dataset.slug(), number));
    }

    private void service(List<Dataset> datasets) {
        Node service = iri("sparql");
        add(service, Rdf.TYPE, Dcat.DATA_SERVICE);
        texts(service, Dct.TITLE, new Text("SPARQL-Endpunkt", "SPARQL endpoint"));
        texts(
                service,
                Dct.DESCRIPTION,
                new Text(
                        "Beantwortet Abfragen in SPARQL 1.1 über alle veröffentlichten Datensätze.",
                        "Answers queries in SPARQL 1.1 over all published datasets."));
        add(service, Dcat.ENDPOINT_URL, service);
        add(service, iriOf(Dcat.NAMESPACE + "endpointDescription"), service);
        add(service, Dct.CONFORMS_TO, iriOf("https://www.w3.org/TR/sparql11-protocol/"));
        add(iriOf("https://www.w3.org/TR/sparql11-protocol/"), Rdf.TYPE, dct("Standard"));
        add(service, Dct.ACCESS_RIGHTS, PUBLIC);
        add(service, AVAILABILITY, STABLE);
        add(service, dct("license"), iriOf("http://dcat-ap.de/def/licenses/dl-zero-de/2.0"));
        publisher(service);
        datasets.stream()
                .filter(dataset ->
                        dataset.accessClass().filter(AccessClass.OPEN::equals).isPresent())
                .forEach(dataset -> add(service, Dcat.SERVES_DATASET, dataset.node()));
    }

    private void publisher(Node node) {
        Node publisher = iri("catalog#publisher");
        add(node, Dct.PUBLISHER, publisher);
        add(publisher, Rdf.TYPE, iriOf(Foaf.NAMESPACE + "Agent"));
        texts(publisher, Foaf.NAME, visit.site().contact().organisation());
    }

    private void languages(Node node) {
        add(node, Dct.LANGUAGE, iriOf(LANGUAGE + "DEU"));
        add(node, Dct.LANGUAGE, iriOf(LANGUAGE + "ENG"));
    }

    private void texts(Node node, Node property, Text text) {
        add(node, property, NodeFactory.createLiteralLang(text.de(), "de"));
        add(node, property, NodeFactory.createLiteralLang(text.en(), "en"));
    }

    private void add(Node subject, Node property, Node value) {
        quads.add(new Quad(Quad.defaultGraphIRI, subject, property, value));
    }

    private static Quad quad(Triple triple) {
        return new Quad(Quad.defaultGraphIRI, triple);
    }

    private Node iri(String path) {
        return iriOf(iris.iri(path));
    }

    private static Node dct(String name) {
        return iriOf(Dct.NAMESPACE + name);
    }

    private static Node iriOf(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Node time(Instant time) {
        return NodeFactory.createLiteralDT(time.toString(), XSDDatatype.XSDdateTime);
    }
}
