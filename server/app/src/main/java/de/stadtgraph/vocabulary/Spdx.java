package de.stadtgraph.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Terms of SPDX in use.
public final class Spdx {
    public static final String NAMESPACE = "http://spdx.org/rdf/terms#";

    public static final Node CHECKSUM_CLASS = term("Checksum");
    public static final Node CHECKSUM = term("checksum");
    public static final Node ALGORITHM = term("algorithm");
    public static final Node CHECKSUM_VALUE = term("checksumValue");
    public static final Node CHECKSUM_ALGORITHM_SHA256 = term("checksumAlgorithm_sha256");

    private Spdx() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
