package de.stadtgraph.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Terms of DCMI Metadata Terms in use.
public final class Dct {
    public static final String NAMESPACE = "http://purl.org/dc/terms/";

    public static final Node TITLE = term("title");
    public static final Node DESCRIPTION = term("description");
    public static final Node IDENTIFIER = term("identifier");
    public static final Node PUBLISHER = term("publisher");
    public static final Node LICENSE = term("license");
    public static final Node CONFORMS_TO = term("conformsTo");
    public static final Node SOURCE = term("source");
    public static final Node ISSUED = term("issued");
    public static final Node MODIFIED = term("modified");
    public static final Node IS_PART_OF = term("isPartOf");
    public static final Node IS_REPLACED_BY = term("isReplacedBy");
    public static final Node FORMAT = term("format");
    public static final Node LANGUAGE = term("language");
    public static final Node SPATIAL = term("spatial");
    public static final Node ACCESS_RIGHTS = term("accessRights");
    public static final Node ACCRUAL_PERIODICITY = term("accrualPeriodicity");
    public static final Node SUBJECT = term("subject");
    public static final Node DATE = term("date");
    public static final Node TYPE = term("type");

    private Dct() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
