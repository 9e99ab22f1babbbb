package de.stadtgraph.http;

import java.util.List;

/// The formats in use, in the order that decides between equal wishes.
public final class MediaTypes {
    public static final Format HTML = Format.of("html", "text/html");
    public static final Format TURTLE =
            new Format("ttl", "text/turtle", List.of("application/x-turtle", "text/rdf+n3", "text/n3"), List.of());
    public static final Format JSON_LD =
            new Format("jsonld", "application/ld+json", List.of(), List.of("application/json"));
    public static final Format N_TRIPLES = Format.of("nt", "application/n-triples");
    public static final Format RDF_XML = Format.of("rdf", "application/rdf+xml");
    public static final Format N_QUADS = Format.of("nq", "application/n-quads");
    public static final Format TRIG = Format.of("trig", "application/trig");
    public static final Format SPARQL_JSON =
            new Format("json", "application/sparql-results+json", List.of(), List.of("application/json"));
    public static final Format SPARQL_XML =
            new Format("xml", "application/sparql-results+xml", List.of(), List.of("application/xml"));
    public static final Format CSV = Format.of("csv", "text/csv");
    public static final Format TSV = Format.of("tsv", "text/tab-separated-values");
    public static final Format CSV_EXCEL = Format.of("csv-excel", "text/csv");
    public static final Format GEO_JSON = Format.of("geojson", "application/geo+json");
    public static final Format XLSX =
            Format.of("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    public static final Format SVG = Format.of("svg", "image/svg+xml");
    public static final Format JSON = Format.of("json", "application/json");
    public static final Format PROBLEM =
            new Format("json", "application/problem+json", List.of("application/json"), List.of());

    /// Documents, datasets, the catalogue: RDF, then the page.
    public static final Offer DOCUMENT =
            new Offer(List.of(TURTLE, JSON_LD, N_TRIPLES, RDF_XML, N_QUADS, TRIG, HTML), TURTLE);

    /// RDF alone: CONSTRUCT, DESCRIBE.
    public static final Offer GRAPH = new Offer(List.of(TURTLE, JSON_LD, N_TRIPLES, RDF_XML, N_QUADS, TRIG), TURTLE);

    /// A page and nothing else.
    public static final Offer PAGE = new Offer(List.of(HTML), HTML);

    /// A page that is also JSON for programs.
    public static final Offer PAGE_OR_JSON = new Offer(List.of(JSON, HTML), HTML);

    private MediaTypes() {}
}
