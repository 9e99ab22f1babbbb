package de.stadtgraph.http.catalog;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.http.PublishedRelease;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.Text;
import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.vocabulary.Dcat;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Foaf;
import de.stadtgraph.vocabulary.Prov;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Spdx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/// DCAT 3 from the descriptions of the datasets and their releases. Used by one thread, for one request.
final class CatalogGraph {
    private static final String NQ = "nq";

    private final Visit visit;
    private final CityIris iris;
    private final List<Quad> quads = new ArrayList<>();

    CatalogGraph(Visit visit) {
        this.visit = visit;
        this.iris = visit.site().iris();
    }

    /// The whole catalogue.
    List<Quad> catalog(List<Dataset> datasets) {
        Node catalog = iri("catalog");
        Text city = visit.site().city();
        add(catalog, Rdf.TYPE, Dcat.CATALOG);
        texts(catalog, Dct.TITLE, new Text("Offene Daten: " + city.de(), "Open data: " + city.en()));
        texts(
                catalog,
                Dct.DESCRIPTION,
                new Text(
                        "Alle Datensätze des Servers als verknüpfte Daten.",
                        "All datasets of the server as linked data."));
        add(catalog, Dct.MODIFIED, time(visit.generation().time()));
        publisher(catalog);
        service(datasets);
        for (Dataset dataset : datasets) {
            add(catalog, Dcat.DATASET, dataset.node());
            add(catalog, iriOf(Dcat.NAMESPACE + "service"), iri("sparql"));
            describe(dataset);
        }
        return quads;
    }

    /// One dataset.
    List<Quad> dataset(Dataset dataset) {
        describe(dataset);
        return quads;
    }

    /// One release.
    List<Quad> release(Dataset dataset, PublishedRelease release) {
        Node node = iris.release(dataset.slug(), release.number());
        add(node, Rdf.TYPE, Dcat.DATASET_CLASS);
        add(node, Rdf.TYPE, Prov.ENTITY);
        texts(node, Dct.TITLE, dataset.title());
        add(node, iriOf(Dcat.NAMESPACE + "isVersionOf"), dataset.node());
        add(node, Dcat.VERSION, NodeFactory.createLiteralString(Long.toString(release.number())));
        add(node, Dct.ISSUED, time(release.time()));
        files(node, release, Optional.empty());
        return quads;
    }

    private void describe(Dataset dataset) {
        dataset.record().find().forEachRemaining(triple -> quads.add(new Quad(Quad.defaultGraphIRI, triple)));
        Optional<PublishedRelease> current = Optional.ofNullable(
                        visit.generation().releases().get(dataset.slug()))
                .flatMap(number -> visit.site().publications().release(dataset.slug(), number));
        current.ifPresent(release -> {
            add(dataset.node(), Dcat.VERSION, NodeFactory.createLiteralString(Long.toString(release.number())));
            add(dataset.node(), Dct.MODIFIED, time(release.time()));
            add(dataset.node(), Prov.WAS_DERIVED_FROM, iris.release(dataset.slug(), release.number()));
            files(dataset.node(), release, Optional.of(dataset));
        });
    }

    /// The files of a release: on the distributions of the dataset, or on the release itself.
    private void files(Node owner, PublishedRelease release, Optional<Dataset> dataset) {
        for (PublishedRelease.Download file : release.files()) {
            String format = file.suffix().replaceAll("\\..*", "");
            String address = "dump/" + release.dataset() + "/" + release.number() + "." + file.suffix();
            Node distribution = dataset.isPresent() ? iris.distribution(release.dataset(), format) : iri(address);
            add(owner, Dcat.DISTRIBUTION, distribution);
            add(distribution, Rdf.TYPE, Dcat.DISTRIBUTION_CLASS);
            add(distribution, Dcat.DOWNLOAD_URL, iri(address));
            add(
                    distribution,
                    Dcat.ACCESS_URL,
                    dataset.isPresent() ? iri("dataset/" + release.dataset()) : iri(address));
            add(distribution, Dcat.BYTE_SIZE, integer(file.bytes()));
            if (format.equals(NQ) && dataset.isPresent()) {
                add(distribution, Dcat.ACCESS_SERVICE, iri("sparql"));
            }
            Node checksum = iriOf(distribution.getURI() + "#checksum");
            add(distribution, Spdx.CHECKSUM, checksum);
            add(checksum, Rdf.TYPE, Spdx.CHECKSUM_CLASS);
            add(checksum, Spdx.ALGORITHM, Spdx.CHECKSUM_ALGORITHM_SHA256);
            add(checksum, Spdx.CHECKSUM_VALUE, NodeFactory.createLiteralDT(file.sha256(), XSDDatatype.XSDhexBinary));
        }
    }

    private void service(List<Dataset> datasets) {
        Node service = iri("sparql");
        add(service, Rdf.TYPE, Dcat.DATA_SERVICE);
        texts(service, Dct.TITLE, Text.same("SPARQL"));
        add(service, Dcat.ENDPOINT_URL, service);
        publisher(service);
        datasets.forEach(dataset -> add(service, Dcat.SERVES_DATASET, dataset.node()));
    }

    private void publisher(Node node) {
        Node publisher = iri("catalog#publisher");
        add(node, Dct.PUBLISHER, publisher);
        add(publisher, Rdf.TYPE, iriOf(Foaf.NAMESPACE + "Agent"));
        texts(publisher, Foaf.NAME, visit.site().contact().organisation());
    }

    private void texts(Node node, Node property, Text text) {
        add(node, property, NodeFactory.createLiteralLang(text.de(), "de"));
        add(node, property, NodeFactory.createLiteralLang(text.en(), "en"));
    }

    private void add(Node subject, Node property, Node value) {
        quads.add(new Quad(Quad.defaultGraphIRI, subject, property, value));
    }

    private Node iri(String path) {
        return iriOf(iris.iri(path));
    }

    private static Node iriOf(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Node time(Instant time) {
        return NodeFactory.createLiteralDT(time.toString(), XSDDatatype.XSDdateTime);
    }

    private static Node integer(long number) {
        return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDnonNegativeInteger);
    }
}
