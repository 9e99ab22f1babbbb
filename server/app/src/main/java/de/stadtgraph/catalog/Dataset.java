package de.stadtgraph.catalog;

import de.stadtgraph.problem.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/// A dataset that the city publishes (DCAT 3, section 6.6), as its `dataset.ttl` describes it. Immutable by contract:
/// nobody writes to the description.
///
/// @param slug name in addresses, files and commands
/// @param node the IRI
/// @param title title in both languages
/// @param description description in both languages
/// @param accessClass who may see the content; absent when the description does not say (rule P8 then refuses)
/// @param shapeFamilies names of the shape families that judge a candidate, in order
/// @param suppressedFields source fields left out on purpose, with the reason
/// @param expected number of source records that one delivery is expected to have
/// @param record all statements of the `dataset.ttl`
public record Dataset(
        String slug,
        Node node,
        Text title,
        Text description,
        Optional<AccessClass> accessClass,
        List<String> shapeFamilies,
        Map<String, Text> suppressedFields,
        ExpectedRecords expected,
        Graph record) {

    public Dataset {
        if (!slug.matches("[a-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("not a name of a dataset: " + slug);
        }
        shapeFamilies = List.copyOf(shapeFamilies);
        suppressedFields = Map.copyOf(suppressedFields);
    }

    /// The same with another expectation.
    public Dataset expecting(ExpectedRecords other) {
        return new Dataset(slug, node, title, description, accessClass, shapeFamilies, suppressedFields, other, record);
    }
}
