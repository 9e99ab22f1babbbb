package de.stadtgraph.rml;

import java.util.Map;

/// A code list for `sg:lookup`. Immutable.
///
/// @param iris notation, label or alias → IRI of the concept
public record CodeList(String name, Map<String, String> iris) {
    public CodeList {
        iris = Map.copyOf(iris);
    }
}
