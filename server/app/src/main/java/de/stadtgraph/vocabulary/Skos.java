package de.stadtgraph.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Terms of SKOS in use.
public final class Skos {
    public static final String NAMESPACE = "http://www.w3.org/2004/02/skos/core#";

    public static final Node CONCEPT = term("Concept");
    public static final Node CONCEPT_SCHEME = term("ConceptScheme");
    public static final Node PREF_LABEL = term("prefLabel");
    public static final Node ALT_LABEL = term("altLabel");
    public static final Node NOTATION = term("notation");
    public static final Node DEFINITION = term("definition");
    public static final Node IN_SCHEME = term("inScheme");
    public static final Node BROADER = term("broader");
    public static final Node NARROWER = term("narrower");
    public static final Node EXACT_MATCH = term("exactMatch");

    private Skos() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
