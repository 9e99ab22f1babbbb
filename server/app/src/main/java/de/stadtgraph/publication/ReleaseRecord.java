package de.stadtgraph.publication;

import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.vocabulary.Dcat;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Prov;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Spdx;
import java.time.Instant;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/// The dataset's description completed by what a release knows: number, times, downloads, origin. Stateless.
final class ReleaseRecord {
    private ReleaseRecord() {}

    static Graph of(Candidate candidate, long number, Instant time, Map<String, Manifest.Digest> files) {
        CityIris iris = DecisionGraph.base(candidate);
        String slug = candidate.dataset().slug();
        Graph graph = GraphFactory.createDefaultGraph();
        candidate.dataset().record().find().forEachRemaining(graph::add);
        Node dataset = candidate.dataset().node();
        Node release = iris.release(slug, number);
        graph.add(Triple.create(dataset, Dcat.VERSION, NodeFactory.createLiteralString(Long.toString(number))));
        graph.add(Triple.create(dataset, Dct.MODIFIED, DecisionGraph.time(time)));
        graph.add(Triple.create(dataset, Prov.WAS_DERIVED_FROM, release));
        graph.add(Triple.create(release, Rdf.TYPE, Prov.ENTITY));
        graph.add(Triple.create(release, Dct.IS_PART_OF, dataset));
        graph.add(Triple.create(release, Dct.ISSUED, DecisionGraph.time(time)));
        for (SourceRecord source : candidate.sources()) {
            Node used = NodeFactory.createURI("urn:sha256:" + source.sha256());
            graph.add(Triple.create(release, Prov.WAS_DERIVED_FROM, used));
            graph.add(Triple.create(used, Dct.TITLE, NodeFactory.createLiteralString(source.file())));
        }
        Manifest.Digest quads = files.get(Release.QUADS);
        if (quads != null) {
            download(graph, iris.distribution(slug, "nq"), iris.iri("dump/" + slug + "/" + number + ".nq.gz"), quads);
        }
        return graph;
    }

    private static void download(Graph graph, Node distribution, String address, Manifest.Digest file) {
        Node checksum = NodeFactory.createURI(distribution.getURI() + "#checksum");
        Node size = NodeFactory.createLiteralDT(Long.toString(file.bytes()), XSDDatatype.XSDnonNegativeInteger);
        Node digest = NodeFactory.createLiteralDT(file.sha256(), XSDDatatype.XSDhexBinary);
        graph.add(Triple.create(distribution, Dcat.DOWNLOAD_URL, NodeFactory.createURI(address)));
        graph.add(Triple.create(distribution, Dcat.ACCESS_URL, NodeFactory.createURI(address)));
        graph.add(Triple.create(distribution, Dcat.BYTE_SIZE, size));
        graph.add(Triple.create(distribution, Spdx.CHECKSUM, checksum));
        graph.add(Triple.create(checksum, Rdf.TYPE, Spdx.CHECKSUM_CLASS));
        graph.add(Triple.create(checksum, Spdx.ALGORITHM, Spdx.CHECKSUM_ALGORITHM_SHA256));
        graph.add(Triple.create(checksum, Spdx.CHECKSUM_VALUE, digest));
    }
}
