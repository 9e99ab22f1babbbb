package de.stadtgraph.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Terms of RDF in use.
public final class Rdf {
    public static final String NAMESPACE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    public static final Node TYPE = term("type");
    public static final Node FIRST = term("first");
    public static final Node REST = term("rest");
    public static final Node NIL = term("nil");
    public static final Node LANG_STRING = term("langString");

    private Rdf() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
