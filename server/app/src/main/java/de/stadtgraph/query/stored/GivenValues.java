package de.stadtgraph.query.stored;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/// The values that a caller gave the parameters of a stored query, as RDF nodes: they never become text of a query.
/// Immutable.
///
/// @param nodes value by variable; a parameter that was left out is not among them
/// @param texts value as it was given, or its default, by name
public record GivenValues(Map<String, Node> nodes, Map<String, String> texts) {
    private static final int NEAR = 3;
    private static final int LONGEST_NAME = 64;

    public GivenValues {
        nodes = Map.copyOf(nodes);
        texts = Map.copyOf(texts);
    }

    /// Reads what a caller gave.
    ///
    /// @param given values by name; blank counts as left out
    /// @param data the state, in which concepts and things must exist
    /// @param base canonical base of the city's IRIs
    /// @throws ServerException `parameter-missing`, `parameter-invalid`, `parameter-unknown`
    public static GivenValues read(StoredQuery query, Map<String, String> given, DatasetGraph data, String base) {
        refuseUnknown(query, given);
        var reader = new ParameterReader(data, base);
        Map<String, Node> nodes = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        for (Parameter parameter : query.parameters()) {
            String text = given.getOrDefault(parameter.name(), "");
            String value = text.isBlank() ? parameter.usual().orElse("") : text;
            if (!value.isBlank()) {
                nodes.put(parameter.variable(), reader.read(parameter, value));
                texts.put(parameter.name(), value);
            } else if (!parameter.optional()) {
                throw missing(query, parameter);
            }
        }
        return new GivenValues(nodes, texts);
    }

    private static void refuseUnknown(StoredQuery query, Map<String, String> given) {
        List<String> allowed = query.parameters().stream().map(Parameter::name).toList();
        for (String name : given.keySet()) {
            if (!allowed.contains(name)) {
                var problem = new ServerException(
                                ErrorCode.PARAMETER_UNKNOWN,
                                new Text(
                                        "Die Anfrage hat keinen Parameter " + name + ".",
                                        "The query has no parameter " + name + "."))
                        .with("parameter", name)
                        .with("allowed", allowed);
                allowed.stream()
                        .min(Comparator.comparingInt(other -> distance(name, other)))
                        .filter(other -> distance(name, other) <= NEAR)
                        .ifPresent(other -> problem.with("suggestion", other));
                throw problem;
            }
        }
    }

    /// Levenshtein's distance of two names.
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= Math.min(one.length(), LONGEST_NAME); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()];
    }

    private static ServerException missing(StoredQuery query, Parameter parameter) {
        return new ServerException(
                        ErrorCode.PARAMETER_MISSING,
                        new Text(
                                "Es fehlt: " + parameter.name() + " ("
                                        + parameter.label().de() + ").",
                                "Missing: " + parameter.name() + " ("
                                        + parameter.label().en() + ")."))
                .with("parameter", parameter.name())
                .with(
                        "allowed",
                        query.parameters().stream().map(Parameter::name).toList());
    }
}
