package de.stadtgraph.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Terms of PROV-O in use.
public final class Prov {
    public static final String NAMESPACE = "http://www.w3.org/ns/prov#";

    public static final Node ACTIVITY = term("Activity");
    public static final Node ENTITY = term("Entity");
    public static final Node USED = term("used");
    public static final Node WAS_GENERATED_BY = term("wasGeneratedBy");
    public static final Node WAS_DERIVED_FROM = term("wasDerivedFrom");
    public static final Node GENERATED = term("generated");
    public static final Node STARTED_AT_TIME = term("startedAtTime");
    public static final Node ENDED_AT_TIME = term("endedAtTime");
    public static final Node WAS_INVALIDATED_BY = term("wasInvalidatedBy");
    public static final Node WAS_ATTRIBUTED_TO = term("wasAttributedTo");
    public static final Node WAS_ASSOCIATED_WITH = term("wasAssociatedWith");
    public static final Node AGENT = term("Agent");
    public static final Node INVALIDATED_AT_TIME = term("invalidatedAtTime");

    private Prov() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
