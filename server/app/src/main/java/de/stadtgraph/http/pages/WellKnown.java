package de.stadtgraph.http.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.http.Caching;
import de.stadtgraph.http.ContentNegotiation;
import de.stadtgraph.http.Format;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.RdfBodies;
import de.stadtgraph.http.Visit;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The addresses that programs look at first: VoID, the catalogue of interfaces, whom to tell of a weakness.
final class WellKnown {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Negotiated LINK_SET =
            new Negotiated(Format.of("json", "application/linkset+json"), "application/linkset+json", true);
    private static final Negotiated TEXT =
            new Negotiated(Format.of("txt", "text/plain"), "text/plain; charset=utf-8", true);

    /// Answers `/.well-known/void`: the description of the data of this state (VoID, section 7.2).
    void voidDescription(Visit visit) {
        String path = "/.well-known/void";
        Negotiated negotiated = ContentNegotiation.choose(visit.context(), MediaTypes.GRAPH, Optional.empty(), path);
        if (!visit.isUnchanged(negotiated)) {
            visit.send(negotiated, RdfBodies.write(negotiated.format(), new VoidGraph(visit).quads()));
        }
    }

    /// Answers `/.well-known/api-catalog` (RFC 9727).
    void apiCatalog(Visit visit) throws JsonProcessingException {
        if (visit.isUnchanged(LINK_SET)) {
            return;
        }
        String base = visit.site().iris().base();
        Map<String, Object> sparql = Map.of(
                "anchor", base + "sparql",
                "service-desc", List.of(Map.of("href", base + "sparql", "type", "text/turtle")),
                "service-doc", List.of(Map.of("href", base + "sparql", "type", "text/html")));
        Map<String, Object> rest = Map.of(
                "anchor", base + "query",
                "service-desc",
                        List.of(Map.of("href", base + "openapi.json", "type", "application/vnd.oai.openapi+json")),
                "service-doc", List.of(Map.of("href", base + "query", "type", "text/html")));
        Map<String, Object> catalog = Map.of(
                "anchor", base + "catalog",
                "service-desc", List.of(Map.of("href", base + "catalog.ttl", "type", "text/turtle")),
                "item", List.of(Map.of("href", base + "sparql"), Map.of("href", base + "query")));
        visit.send(LINK_SET, JSON.writeValueAsBytes(Map.of("linkset", List.of(catalog, sparql, rest))));
    }

    /// Answers `/.well-known/security.txt` (RFC 9116); it is good for a year from the state on.
    void security(Visit visit) {
        visit.context().header("Cache-Control", Caching.RELEASE.value());
        String mail = visit.site().contact().email();
        String contact = mail.isEmpty() ? visit.site().iris().iri("imprint") : "mailto:" + mail;
        LocalDate until =
                LocalDate.ofInstant(visit.generation().time(), ZoneOffset.UTC).plusYears(1);
        String text =
                "Contact: " + contact + "\nExpires: " + until + "T00:00:00Z\nPreferred-Languages: de, en\nCanonical: "
                        + visit.site().iris().iri(".well-known/security.txt") + "\n";
        visit.send(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }
}
