package de.stadtgraph.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Terms of RDF Schema in use.
public final class Rdfs {
    public static final String NAMESPACE = "http://www.w3.org/2000/01/rdf-schema#";

    public static final Node LABEL = term("label");
    public static final Node COMMENT = term("comment");
    public static final Node SEE_ALSO = term("seeAlso");
    public static final Node IS_DEFINED_BY = term("isDefinedBy");
    public static final Node CLASS = term("Class");
    public static final Node SUB_CLASS_OF = term("subClassOf");
    public static final Node SUB_PROPERTY_OF = term("subPropertyOf");

    private Rdfs() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
