package de.stadtgraph.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// Asks a server of this process for one page of each kind, a few times, and for answers to queries, many times, so
/// that
/// a training run of the virtual machine sees what a start needs and what is busy.
public final class Rehearsal {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> PATHS = List.of(
            "/health",
            "/",
            "/catalog",
            "/dataset/trees",
            "/quality",
            "/query",
            "/sparql",
            "/search?q=linde",
            "/def/municipal",
            "/sparql?query=SELECT%20%3Ft%20(COUNT(*)%20AS%20%3Fn)%20%7B%20%3Fs%20a%20%3Ft%20%7D%20GROUP%20BY%20%3Ft"
                    + "%20ORDER%20BY%20DESC(%3Fn)%20LIMIT%2020");
    private static final List<String> ACCEPTED = List.of("text/html", "text/turtle", "application/ld+json", "*/*");

    /// One of each operator, over words that every city's data have.
    private static final List<String> QUERIES = List.of(
            "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
            "SELECT ?p ?o { ?s rdfs:label ?l . ?s ?p ?o } LIMIT 200",
            "SELECT ?t (COUNT(*) AS ?n) { ?s a ?t } GROUP BY ?t ORDER BY DESC(?n) LIMIT 20",
            "SELECT ?y (AVG(?v) AS ?a) (MIN(?v) AS ?l) (SUM(?v) AS ?m)"
                    + " { ?f dct:date ?d ; sosa:hasFeatureOfInterest ?s . ?s ?p ?v FILTER(isNumeric(?v)) }"
                    + " GROUP BY (YEAR(?d) AS ?y) ORDER BY ?y",
            "SELECT DISTINCT ?s ?l { ?s rdfs:label ?l FILTER(CONTAINS(LCASE(STR(?l)), \"a\") && REGEX(STR(?l), \"e\")) }"
                    + " ORDER BY DESC(?l) LIMIT 50",
            "SELECT ?s ?d ?w { ?s a ?t OPTIONAL { ?f sosa:hasFeatureOfInterest ?s ; dct:date ?d"
                    + " FILTER(?d > \"2015-01-01\"^^xsd:date) } OPTIONAL { ?s geo:asWKT ?w } } LIMIT 300",
            "SELECT (COUNT(*) AS ?n) { ?s a ?t FILTER NOT EXISTS { ?f sosa:hasFeatureOfInterest ?s } }",
            "SELECT (COUNT(*) AS ?n) { ?s a ?t MINUS { ?s dct:date ?d } }",
            "SELECT ?k (COUNT(?s) AS ?n) { { ?s schema:containedInPlace ?c } UNION { ?s skos:inScheme ?c }"
                    + " ?c skos:broader* ?k } GROUP BY ?k",
            "SELECT ?s ?v { ?s ?p ?v FILTER(?v > 20 && ?v < 40) } ORDER BY ?v LIMIT 100");

    private static final String PREFIXES = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
            + " PREFIX dct: <http://purl.org/dc/terms/> PREFIX sosa: <http://www.w3.org/ns/sosa/>"
            + " PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX schema: <http://schema.org/>"
            + " PREFIX geo: <http://www.opengis.net/ont/geosparql#>"
            + " PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ";
    private static final List<String> TABLES =
            List.of("text/tab-separated-values", "application/sparql-results+json", "text/csv");

    /// So often that what all queries run through counts as busy.
    private static final int ROUNDS = 60;

    private final URI root;

    /// @param port of the server on this machine
    public Rehearsal(int port) {
        this.root = URI.create("http://127.0.0.1:" + port);
    }

    /// Asks; the answers are thrown away.
    ///
    /// @throws IOException when the server does not answer
    public void run() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : PATHS) {
                for (String accepted : ACCEPTED) {
                    HttpRequest request = HttpRequest.newBuilder(root.resolve(path))
                            .header("Accept", accepted)
                            .timeout(PATIENCE)
                            .build();
                    client.send(request, BodyHandlers.discarding());
                }
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (String query : QUERIES) {
                    client.send(asked(query, round), BodyHandlers.discarding());
                }
            }
        }
    }

    /// A query with a limit of its own each time: it is done again, not remembered.
    private HttpRequest asked(String query, int round) {
        String form = "query=" + URLEncoder.encode(PREFIXES + query, StandardCharsets.UTF_8) + "&timeout="
                + (PATIENCE.toMillis() / 10 - round) + "ms";
        return HttpRequest.newBuilder(root.resolve("/sparql"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", TABLES.get(round % TABLES.size()))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }
}
