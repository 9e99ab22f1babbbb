package de.stadtgraph.http;

import de.stadtgraph.vocabulary.CityIris;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/// Where an IRI leads on a page: to its document on this host, or out, and only with a scheme that is safe. Stateless.
public final class Hrefs {
    private static final List<String> SAFE = List.of("http:", "https:", "mailto:", "tel:", "geo:", "urn:");

    private final CityIris iris;

    public Hrefs(CityIris iris) {
        this.iris = iris;
    }

    /// The path of an IRI of this city, or of the ontology.
    public Optional<String> local(String iri) {
        if (iri.equals(CityIris.ONTOLOGY) || iri.startsWith(CityIris.ONTOLOGY + "#")) {
            return Optional.of("/def/municipal" + iri.substring(CityIris.ONTOLOGY.length()));
        }
        return iris.pathOf(iri).map(path -> {
            if (path.startsWith("/id/")) {
                return "/doc/" + path.substring(4);
            }
            return path.startsWith("/kos/") ? "/doc" + path : path;
        });
    }

    /// Where a value leads, if anywhere.
    public Optional<String> of(Node node) {
        if (!node.isURI()) {
            return Optional.empty();
        }
        String iri = node.getURI();
        return local(iri).or(() -> Optional.of(iri).filter(Hrefs::isSafe));
    }

    /// Where a term leads: its entry in the ontology, or the page of a reused term.
    public String ofTerm(Node term) {
        return local(term.getURI()).orElseGet(() -> "/resource?iri=" + Addresses.encode(term.getURI()));
    }

    static boolean isSafe(String iri) {
        return SAFE.stream().anyMatch(scheme -> iri.regionMatches(true, 0, scheme, 0, scheme.length()));
    }
}
