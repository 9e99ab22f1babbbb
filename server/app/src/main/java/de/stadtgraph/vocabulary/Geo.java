package de.stadtgraph.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Terms of GeoSPARQL 1.1 in use.
public final class Geo {
    public static final String NAMESPACE = "http://www.opengis.net/ont/geosparql#";

    public static final Node FEATURE = term("Feature");
    public static final Node GEOMETRY = term("Geometry");
    public static final Node HAS_DEFAULT_GEOMETRY = term("hasDefaultGeometry");
    public static final Node HAS_GEOMETRY = term("hasGeometry");
    public static final Node HAS_CENTROID = term("hasCentroid");
    public static final Node HAS_METRIC_AREA = term("hasMetricArea");
    public static final Node AS_WKT = term("asWKT");
    public static final Node WKT_LITERAL = term("wktLiteral");

    private Geo() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
