package de.stadtgraph.publication;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.vocabulary.Dcat;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Prov;
import de.stadtgraph.vocabulary.Rdf;
import java.time.Instant;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;

/// The catalogue record of a release (DCAT 3): what `dataset.ttl` states, with dates, version, origin and the size and
/// checksum of the file to download. Stateless.
final class CatalogueRecord {
    private static final Node GZIP =
            NodeFactory.createURI("https://www.iana.org/assignments/media-types/application/gzip");
    private static final Node COMPRESS_FORMAT = NodeFactory.createURI(Dcat.NAMESPACE + "compressFormat");

    private CatalogueRecord() {}

    /// @param quads the file `quads.nq.gz`
    static Graph of(Dataset dataset, Draft draft, CityIris iris, FileDigest quads) {
        Graph graph = GraphFactory.createDefaultGraph();
        dataset.record().find().forEachRemaining(graph::add);
        Node node = dataset.node();
        Node release = iris.release(dataset.slug(), draft.number());
        dates(graph, node, draft);
        graph.add(node, Dcat.VERSION, NodeFactory.createLiteralString(Long.toString(draft.number())));
        graph.add(node, Prov.WAS_DERIVED_FROM, release);
        graph.add(release, Rdf.TYPE, Prov.ENTITY);
        graph.add(release, Prov.WAS_GENERATED_BY, draft.decision());
        graph.add(release, Dct.IS_PART_OF, node);
        graph.add(release, Dct.ISSUED, DecisionRecord.time(draft.time()));
        Node packed = distribution(graph, dataset, draft, new Download(iris, "nq"));
        graph.add(packed, Dcat.BYTE_SIZE, size(quads.size()));
        Checksums.add(graph, packed, quads.sha256());
        distribution(graph, dataset, draft, new Download(iris, "ttl"));
        return graph;
    }

    private static Node distribution(Graph graph, Dataset dataset, Draft draft, Download download) {
        Node node = download.iris.distribution(dataset.slug(), download.format);
        String file = "dump/" + dataset.slug() + "/" + draft.number() + "." + download.format + ".gz";
        graph.add(dataset.node(), Dcat.DISTRIBUTION, node);
        graph.add(node, Rdf.TYPE, Dcat.DISTRIBUTION_CLASS);
        graph.add(node, Dcat.ACCESS_URL, dataset.node());
        graph.add(node, Dcat.DOWNLOAD_URL, NodeFactory.createURI(download.iris.iri(file)));
        graph.add(node, COMPRESS_FORMAT, GZIP);
        dates(graph, node, draft);
        return node;
    }

    private static void dates(Graph graph, Node node, Draft draft) {
        graph.remove(node, Dct.ISSUED, Node.ANY);
        graph.remove(node, Dct.MODIFIED, Node.ANY);
        graph.add(node, Dct.ISSUED, DecisionRecord.time(draft.issued()));
        graph.add(node, Dct.MODIFIED, DecisionRecord.time(draft.time()));
    }

    private static Node size(long bytes) {
        return NodeFactory.createLiteralDT(Long.toString(bytes), XSDDatatype.XSDnonNegativeInteger);
    }

    /// What is known of a release while it is written.
    record Draft(long number, Instant time, Instant issued, Node decision) {}

    private record Download(CityIris iris, String format) {}
}
