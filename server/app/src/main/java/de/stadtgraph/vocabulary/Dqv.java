package de.stadtgraph.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Terms of Data Quality Vocabulary in use.
public final class Dqv {
    public static final String NAMESPACE = "http://www.w3.org/ns/dqv#";

    public static final Node QUALITY_MEASUREMENT = term("QualityMeasurement");
    public static final Node COMPUTED_ON = term("computedOn");
    public static final Node IS_MEASUREMENT_OF = term("isMeasurementOf");
    public static final Node VALUE = term("value");
    public static final Node HAS_QUALITY_MEASUREMENT = term("hasQualityMeasurement");

    private Dqv() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
