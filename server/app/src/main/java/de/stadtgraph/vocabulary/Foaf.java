package de.stadtgraph.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Terms of FOAF in use.
public final class Foaf {
    public static final String NAMESPACE = "http://xmlns.com/foaf/0.1/";

    public static final Node PRIMARY_TOPIC = term("primaryTopic");
    public static final Node NAME = term("name");
    public static final Node PAGE = term("page");
    public static final Node DOCUMENT = term("Document");

    private Foaf() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
