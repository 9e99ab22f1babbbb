package de.stadtgraph.rml.source;

import java.util.List;
import java.util.Map;

/// A piece of JSON (RFC 8259) as a tree. Immutable by convention: nobody changes it after it is read.
sealed interface JsonNode {
    /// Members in document order; of a repeated key the last one.
    record JsonObject(Map<String, JsonNode> members) implements JsonNode {}

    record JsonArray(List<JsonNode> elements) implements JsonNode {}

    /// A string, number or boolean; numbers keep their digits.
    record JsonScalar(Value value) implements JsonNode {}

    record JsonNull() implements JsonNode {}
}
