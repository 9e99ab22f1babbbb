package de.stadtgraph.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Terms of DCAT 3 in use.
public final class Dcat {
    public static final String NAMESPACE = "http://www.w3.org/ns/dcat#";

    public static final Node DATASET_CLASS = term("Dataset");
    public static final Node DISTRIBUTION_CLASS = term("Distribution");
    public static final Node DATA_SERVICE = term("DataService");
    public static final Node CATALOG = term("Catalog");
    public static final Node DATASET = term("dataset");
    public static final Node DISTRIBUTION = term("distribution");
    public static final Node KEYWORD = term("keyword");
    public static final Node THEME = term("theme");
    public static final Node CONTACT_POINT = term("contactPoint");
    public static final Node MEDIA_TYPE = term("mediaType");
    public static final Node BYTE_SIZE = term("byteSize");
    public static final Node DOWNLOAD_URL = term("downloadURL");
    public static final Node ACCESS_URL = term("accessURL");
    public static final Node VERSION = term("version");
    public static final Node ACCESS_SERVICE = term("accessService");
    public static final Node SERVES_DATASET = term("servesDataset");
    public static final Node ENDPOINT_URL = term("endpointURL");

    private Dcat() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
