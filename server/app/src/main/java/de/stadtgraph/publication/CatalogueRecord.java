package de.stadtgraph.publication;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.problem.Text;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.vocabulary.Dcat;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Prov;
import de.stadtgraph.vocabulary.Rdf;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;

/// The catalogue record of a release (DCAT-AP.de 3): what `dataset.ttl` states, with dates, version, origin, statistics
/// (VoID), and every way to get the content. One release, one thread.
///
/// Licence, attribution and availability of the first distribution that `dataset.ttl` describes hold for all.
final class CatalogueRecord {
    private static final String FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/";
    private static final String MEDIA_TYPE = "https://www.iana.org/assignments/media-types/";
    private static final String VOID = "http://rdfs.org/ns/void#";
    private static final Node COMPRESS_FORMAT = NodeFactory.createURI(Dcat.NAMESPACE + "compressFormat");
    private static final List<Node> SHARED = List.of(
            Dct.LICENSE,
            NodeFactory.createURI("http://dcat-ap.de/def/dcatde/licenseAttributionByText"),
            NodeFactory.createURI("http://data.europa.eu/r5r/availability"),
            Dct.LANGUAGE,
            Dct.ACCESS_RIGHTS);

    private final Dataset dataset;
    private final Draft draft;
    private final CityIris iris;
    private final Graph graph = GraphFactory.createDefaultGraph();

    private CatalogueRecord(Dataset dataset, Draft draft, CityIris iris) {
        this.dataset = dataset;
        this.draft = draft;
        this.iris = iris;
    }

    /// What is known of a release while it is written.
    record Draft(long number, Instant time, Instant issued, Node decision) {}

    /// The files that were written, and what is in them.
    record Content(Map<String, FileDigest> files, ReleaseProfile profile) {}

    static Graph of(Dataset dataset, Draft draft, CityIris iris, Content content) {
        var record = new CatalogueRecord(dataset, draft, iris);
        record.describe();
        record.files(content.files());
        record.tables(content.profile().tables());
        record.statistics(content.profile());
        return record.graph;
    }

    private void describe() {
        dataset.record().find().forEachRemaining(graph::add);
        Node node = dataset.node();
        Node release = iris.release(dataset.slug(), draft.number());
        dates(node);
        graph.add(node, Dcat.VERSION, NodeFactory.createLiteralString(Long.toString(draft.number())));
        graph.add(node, Prov.WAS_DERIVED_FROM, release);
        graph.add(release, Rdf.TYPE, Prov.ENTITY);
        graph.add(release, Prov.WAS_GENERATED_BY, draft.decision());
        graph.add(release, Dct.IS_PART_OF, node);
        graph.add(release, Dct.ISSUED, DecisionRecord.time(draft.time()));
    }

    private void files(Map<String, FileDigest> files) {
        download(files, new Form("nq", "N-Quads", "RDF_N_QUADS", "application/n-quads"), Release.QUADS);
        download(files, new Form("ttl", "Turtle", "RDF_TURTLE", "text/turtle"), Release.TURTLE);
        download(files, new Form("geojson", "GeoJSON", "GEOJSON", "application/geo+json"), Release.GEOJSON);
    }

    /// A distribution's format.
    private record Form(String name, String title, String fileType, String mediaType) {}

    private void download(Map<String, FileDigest> files, Form form, String file) {
        FileDigest digest = files.get(file);
        if (digest == null) {
            withdraw(form.name());
            return;
        }
        Node node = distribution(form.name(), form, Text.same(form.title()));
        Node address = NodeFactory.createURI(
                iris.iri("dump/" + dataset.slug() + "/" + draft.number() + "." + form.name() + ".gz"));
        graph.add(node, Dcat.ACCESS_URL, dataset.node());
        graph.add(node, Dcat.DOWNLOAD_URL, address);
        graph.add(node, COMPRESS_FORMAT, NodeFactory.createURI(MEDIA_TYPE + "application/gzip"));
        graph.add(node, Dcat.BYTE_SIZE, count(digest.size()));
        Checksums.add(graph, node, digest.sha256());
    }

    /// A distribution that `dataset.ttl` names and the release does not have.
    private void withdraw(String format) {
        Node node = iris.distribution(dataset.slug(), format);
        graph.remove(node, Node.ANY, Node.ANY);
        graph.remove(Node.ANY, Node.ANY, node);
    }

    /// Tables are written when they are asked for, so they have neither size nor checksum (ADR 0055).
    private void tables(List<String> classes) {
        for (String type : classes) {
            String name = ReleaseProfile.localName(type);
            var form = new Form("csv-" + name, "CSV", "CSV", "text/csv");
            Node node =
                    distribution(form.name(), form, new Text("Tabelle " + name + " (CSV)", "Table " + name + " (CSV)"));
            Node address = NodeFactory.createURI(iris.iri("dataset/" + dataset.slug() + "/table/" + name + ".csv"));
            graph.add(node, Dcat.ACCESS_URL, address);
            graph.add(node, Dcat.DOWNLOAD_URL, address);
        }
    }

    private Node distribution(String name, Form form, Text title) {
        Node node = iris.distribution(dataset.slug(), name);
        Node model = model(node);
        for (Node property : SHARED) {
            if (!graph.contains(node, property, Node.ANY)) {
                Values.all(graph, model, property).forEach(value -> graph.add(node, property, value));
            }
        }
        if (!graph.contains(node, Dct.TITLE, Node.ANY)) {
            Text whole = new Text(
                    dataset.title().de() + ": " + title.de(), dataset.title().en() + ": " + title.en());
            graph.add(node, Dct.TITLE, NodeFactory.createLiteralLang(whole.de(), "de"));
            graph.add(node, Dct.TITLE, NodeFactory.createLiteralLang(whole.en(), "en"));
        }
        graph.add(dataset.node(), Dcat.DISTRIBUTION, node);
        graph.add(node, Rdf.TYPE, Dcat.DISTRIBUTION_CLASS);
        graph.remove(node, Dct.FORMAT, Node.ANY);
        graph.remove(node, Dcat.MEDIA_TYPE, Node.ANY);
        graph.add(node, Dct.FORMAT, NodeFactory.createURI(FILE_TYPE + form.fileType()));
        graph.add(node, Dcat.MEDIA_TYPE, NodeFactory.createURI(MEDIA_TYPE + form.mediaType()));
        dates(node);
        return node;
    }

    /// A distribution of `dataset.ttl` that states a licence.
    private Node model(Node otherwise) {
        return Values.all(dataset.record(), dataset.node(), Dcat.DISTRIBUTION).stream()
                .filter(node -> dataset.record().contains(node, Dct.LICENSE, Node.ANY))
                .min(java.util.Comparator.comparing(Node::toString))
                .orElse(otherwise);
    }

    private void statistics(ReleaseProfile profile) {
        Node node = dataset.node();
        graph.add(node, Rdf.TYPE, term("Dataset"));
        graph.add(node, term("triples"), count(profile.statements()));
        graph.add(node, term("distinctSubjects"), count(profile.subjects()));
        graph.add(node, term("properties"), count(profile.properties().size()));
        graph.add(node, term("classes"), count(profile.classes().size()));
        graph.add(
                node,
                term("entities"),
                count(profile.things().values().stream()
                        .mapToLong(Long::longValue)
                        .sum()));
        graph.add(node, term("sparqlEndpoint"), NodeFactory.createURI(iris.iri("sparql")));
        graph.add(
                node,
                term("dataDump"),
                NodeFactory.createURI(iris.iri("dump/" + dataset.slug() + "/" + draft.number() + ".nq.gz")));
        profile.classes().forEach((type, count) -> {
            Node part = part("class", type);
            graph.add(node, term("classPartition"), part);
            graph.add(part, term("class"), NodeFactory.createURI(type));
            graph.add(part, term("entities"), count(count));
        });
        profile.properties().forEach((property, count) -> {
            Node part = part("property", property);
            graph.add(node, term("propertyPartition"), part);
            graph.add(part, term("property"), NodeFactory.createURI(property));
            graph.add(part, term("triples"), count(count));
        });
    }

    /// A part of the statistics: its IRI has the local name and a short digest, since two vocabularies may share a
    /// name.
    private Node part(String kind, String iri) {
        String digest = java.util.HexFormat.of()
                .formatHex(DurableFile.sha256().digest(iri.getBytes(java.nio.charset.StandardCharsets.UTF_8)), 0, 3);
        String name = Checksums.fragment(ReleaseProfile.localName(iri));
        return NodeFactory.createURI(dataset.node().getURI() + "#" + kind + "-" + name + "-" + digest);
    }

    private void dates(Node node) {
        graph.remove(node, Dct.ISSUED, Node.ANY);
        graph.remove(node, Dct.MODIFIED, Node.ANY);
        graph.add(node, Dct.ISSUED, DecisionRecord.time(draft.issued()));
        graph.add(node, Dct.MODIFIED, DecisionRecord.time(draft.time()));
    }

    private static Node term(String name) {
        return NodeFactory.createURI(VOID + name);
    }

    private static Node count(long number) {
        return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDnonNegativeInteger);
    }
}
