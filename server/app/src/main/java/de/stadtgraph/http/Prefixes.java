package de.stadtgraph.http;

import java.util.Map;
import java.util.TreeMap;

/// The prefixes of documents and pages.
public final class Prefixes {
    public static final Map<String, String> ALL = Map.ofEntries(
            Map.entry("dcat", "http://www.w3.org/ns/dcat#"),
            Map.entry("dcatde", "http://dcat-ap.de/def/dcatde/"),
            Map.entry("dct", "http://purl.org/dc/terms/"),
            Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
            Map.entry("geo", "http://www.opengis.net/ont/geosparql#"),
            Map.entry("hydra", "http://www.w3.org/ns/hydra/core#"),
            Map.entry("jmo", "https://data.jena.de/def/municipal#"),
            Map.entry("owl", "http://www.w3.org/2002/07/owl#"),
            Map.entry("prov", "http://www.w3.org/ns/prov#"),
            Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
            Map.entry("dqv", "http://www.w3.org/ns/dqv#"),
            Map.entry("qb", "http://purl.org/linked-data/cube#"),
            Map.entry("sh", "http://www.w3.org/ns/shacl#"),
            Map.entry("text", "http://jena.apache.org/text#"),
            Map.entry("void", "http://rdfs.org/ns/void#"),
            Map.entry("schema", "http://schema.org/"),
            Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
            Map.entry("sosa", "http://www.w3.org/ns/sosa/"),
            Map.entry("spdx", "http://spdx.org/rdf/terms#"),
            Map.entry("vcard", "http://www.w3.org/2006/vcard/ns#"),
            Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#"));

    private Prefixes() {}

    /// `prefix:name` where a prefix fits, else the IRI.
    public static String shorten(String iri) {
        for (Map.Entry<String, String> prefix : new TreeMap<>(ALL).entrySet()) {
            String rest = iri.startsWith(prefix.getValue())
                    ? iri.substring(prefix.getValue().length())
                    : "";
            if (rest.matches("[A-Za-z0-9_-]+")) {
                return prefix.getKey() + ":" + rest;
            }
        }
        return iri;
    }
}
