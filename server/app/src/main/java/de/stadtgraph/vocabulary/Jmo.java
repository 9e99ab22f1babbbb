package de.stadtgraph.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Terms of the municipal ontology (`ontologies/`) in use.
public final class Jmo {
    public static final String NAMESPACE = "https://data.jena.de/def/municipal#";

    public static final Node ORTSTEIL = term("Ortsteil");
    public static final Node STATISTICAL_DISTRICT = term("StatisticalDistrict");
    public static final Node AREA_DIVISION = term("AreaDivision");
    public static final Node AREA_OVERLAP = term("AreaOverlap");
    public static final Node URBAN_TREE = term("UrbanTree");
    public static final Node PUBLICATION_DECISION = term("PublicationDecision");
    public static final Node QUALITY_RUN = term("QualityRun");
    public static final Node BLOCK = term("Block");
    public static final Node OVERLAP_FROM = term("overlapFrom");
    public static final Node OVERLAP_TO = term("overlapTo");
    public static final Node AREA_SHARE = term("areaShare");
    public static final Node SHARE_METHOD = term("shareMethod");
    public static final Node IN_DIVISION = term("inDivision");
    public static final Node WITHIN_DISTRICT = term("withinDistrict");
    public static final Node WITHIN_ORTSTEIL = term("withinOrtsteil");
    public static final Node ACCESS_CLASS = term("accessClass");
    public static final Node SUPPRESSED_FIELD = term("suppressedField");
    public static final Node MINIMUM_RECORDS = term("minimumRecords");
    public static final Node MAXIMUM_RECORDS = term("maximumRecords");
    public static final Node SAMPLE_RECORDS = term("sampleRecords");
    public static final Node OUTCOME = term("outcome");

    private Jmo() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
