package de.stadtgraph.vocabulary;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// The IRIs below a city's canonical base (`design: URI policy`): things, concepts, datasets, graphs, releases.
///
/// The ontology's namespace is the same in every city and does not depend on the base. Immutable.
///
/// @param base http or https, ends in `/`, has no other path
public record CityIris(String base) {
    /// The ontology, whatever the city.
    public static final String ONTOLOGY = "https://data.jena.de/def/municipal";

    public CityIris {
        if (!base.matches("https?://[^/\\s?#]+/")) {
            throw new IllegalArgumentException("base must be http or https, end in / and have no other path: " + base);
        }
    }

    /// `{base}{path}`; the path has no leading slash.
    public String iri(String path) {
        return base + path;
    }

    public Node dataset(String slug) {
        return NodeFactory.createURI(base + "dataset/" + slug);
    }

    public Node distribution(String slug, String format) {
        return NodeFactory.createURI(base + "dataset/" + slug + "/distribution/" + format);
    }

    public Node release(String slug, long number) {
        return NodeFactory.createURI(base + "dataset/" + slug + "/release/" + number);
    }

    public Node graph(String slug) {
        return NodeFactory.createURI(base + "graph/" + slug);
    }

    public Node activity(String id) {
        return NodeFactory.createURI(base + "activity/" + id);
    }

    public Node shapes(String family) {
        return NodeFactory.createURI(base + "shapes/" + family);
    }

    /// The path of an IRI of this city, with its leading slash; empty for a foreign one.
    public Optional<String> pathOf(String iri) {
        return iri.startsWith(base) ? Optional.of(iri.substring(base.length() - 1)) : Optional.empty();
    }
}
