package de.stadtgraph.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Terms of OWL 2 in use.
public final class Owl {
    public static final String NAMESPACE = "http://www.w3.org/2002/07/owl#";

    public static final Node ONTOLOGY = term("Ontology");
    public static final Node CLASS = term("Class");
    public static final Node OBJECT_PROPERTY = term("ObjectProperty");
    public static final Node DATATYPE_PROPERTY = term("DatatypeProperty");
    public static final Node VERSION_IRI = term("versionIRI");
    public static final Node VERSION_INFO = term("versionInfo");
    public static final Node SAME_AS = term("sameAs");
    public static final Node DEPRECATED = term("deprecated");

    private Owl() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
