package de.stadtgraph.publication;

import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Spdx;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// SPDX checksums, as nodes with an IRI. Stateless.
final class Checksums {
    private Checksums() {}

    /// Says that an entity's bytes have this SHA-256.
    static void add(Graph graph, Node entity, String sha256) {
        String owner = entity.getURI();
        Node checksum = NodeFactory.createURI(owner + (owner.contains("#") ? "-checksum" : "#checksum"));
        graph.add(entity, Spdx.CHECKSUM, checksum);
        graph.add(checksum, Rdf.TYPE, Spdx.CHECKSUM_CLASS);
        graph.add(checksum, Spdx.ALGORITHM, Spdx.CHECKSUM_ALGORITHM_SHA256);
        graph.add(checksum, Spdx.CHECKSUM_VALUE, NodeFactory.createLiteralDT(sha256, XSDDatatype.XSDhexBinary));
    }

    /// A name as it may stand in a fragment.
    static String fragment(String name) {
        return name.replaceAll("[^A-Za-z0-9._~-]", "-");
    }
}
