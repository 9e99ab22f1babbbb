package de.stadtgraph.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Terms of SHACL in use.
public final class Sh {
    public static final String NAMESPACE = "http://www.w3.org/ns/shacl#";

    public static final Node NODE_SHAPE = term("NodeShape");
    public static final Node PROPERTY_SHAPE = term("PropertyShape");
    public static final Node VALIDATION_REPORT = term("ValidationReport");
    public static final Node VALIDATION_RESULT = term("ValidationResult");
    public static final Node CONFORMS = term("conforms");
    public static final Node RESULT = term("result");
    public static final Node FOCUS_NODE = term("focusNode");
    public static final Node RESULT_PATH = term("resultPath");
    public static final Node VALUE = term("value");
    public static final Node SOURCE_SHAPE = term("sourceShape");
    public static final Node RESULT_SEVERITY = term("resultSeverity");
    public static final Node RESULT_MESSAGE = term("resultMessage");
    public static final Node SOURCE_CONSTRAINT_COMPONENT = term("sourceConstraintComponent");
    public static final Node SEVERITY = term("severity");
    public static final Node MESSAGE = term("message");
    public static final Node NAME = term("name");
    public static final Node INFO = term("Info");
    public static final Node WARNING = term("Warning");
    public static final Node VIOLATION = term("Violation");

    private Sh() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
