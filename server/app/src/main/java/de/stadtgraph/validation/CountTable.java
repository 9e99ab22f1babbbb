package de.stadtgraph.validation;

import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.Jmo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/// A cube that counts cases (`jmo:countMeasure`, `jmo:minimumCellCount`), cell by cell. Immutable; holds every cell in
/// memory.
///
/// @param cube the `qb:DataSet`
/// @param measure the property that carries a count
/// @param threshold smallest count above 0 that may be shown
/// @param cells the observations, by their IRI
record CountTable(Node cube, Node measure, long threshold, Map<Node, Cell> cells) {
    private static final Node COUNT_MEASURE = jmo("countMeasure");
    private static final Node MINIMUM_CELL_COUNT = jmo("minimumCellCount");
    private static final Node IS_TOTAL_OF = jmo("isTotalOf");
    private static final Node DATA_SET = NodeFactory.createURI("http://purl.org/linked-data/cube#dataSet");
    private static final Node CONF_STATUS =
            NodeFactory.createURI("http://purl.org/linked-data/sdmx/2009/attribute#confStatus");
    private static final String DIMENSION = "http://purl.org/linked-data/sdmx/2009/dimension#";
    private static final Node REF_AREA = NodeFactory.createURI(DIMENSION + "refArea");

    private static final Pattern COUNT = Pattern.compile("[+]?([0-9]{1,18})(\\.0*)?");

    /// What counts where a cube states none.
    private static final long USUAL_THRESHOLD = 3;

    /// One observation.
    ///
    /// @param value the count, where the cell shows one
    /// @param secret marked as confidential
    /// @param area the area it is about
    /// @param rest its other dimensions, in a fixed order
    /// @param parts observations that it is the total of
    record Cell(Node iri, OptionalLong value, boolean secret, Optional<Node> area, String rest, List<Node> parts) {}

    /// The cubes that the statements hold.
    static List<CountTable> in(Described dataset) {
        Map<Node, CountTable> tables = new LinkedHashMap<>();
        for (Graph stated : List.of(dataset.data(), dataset.description())) {
            stated.find(Node.ANY, COUNT_MEASURE, Node.ANY)
                    .forEachRemaining(triple ->
                            tables.computeIfAbsent(triple.getSubject(), cube -> of(dataset, cube, triple.getObject())));
        }
        return List.copyOf(tables.values());
    }

    private static CountTable of(Described dataset, Node cube, Node measure) {
        Graph graph = dataset.data();
        long threshold = Values.integer(graph, cube, MINIMUM_CELL_COUNT)
                .or(() -> Values.integer(dataset.description(), cube, MINIMUM_CELL_COUNT))
                .orElse(USUAL_THRESHOLD);
        Map<Node, Cell> cells = new HashMap<>();
        graph.find(Node.ANY, DATA_SET, cube)
                .forEachRemaining(member -> cells.put(member.getSubject(), cell(graph, member.getSubject(), measure)));
        // no copy: there may be hundreds of thousands of cells
        return new CountTable(cube, measure, threshold, Collections.unmodifiableMap(cells));
    }

    private static Cell cell(Graph graph, Node observation, Node measure) {
        Map<String, String> rest = new TreeMap<>();
        List<Node> parts = new ArrayList<>();
        Optional<Node> area = Optional.empty();
        OptionalLong value = OptionalLong.empty();
        boolean secret = false;
        var statements = graph.find(observation, Node.ANY, Node.ANY);
        while (statements.hasNext()) {
            Triple statement = statements.next();
            Node property = statement.getPredicate();
            if (property.equals(measure)) {
                value = count(statement.getObject());
            } else if (property.equals(IS_TOTAL_OF)) {
                parts.add(statement.getObject());
            } else if (property.equals(REF_AREA)) {
                area = Optional.of(statement.getObject());
            } else if (property.equals(CONF_STATUS)) {
                secret |= isSecret(statement.getObject());
            } else if (property.getURI().startsWith(DIMENSION)) {
                rest.put(property.getURI(), statement.getObject().toString());
            }
        }
        return new Cell(observation, value, secret, area, rest.toString(), List.copyOf(parts));
    }

    private static boolean isSecret(Node status) {
        String form = status.toString();
        return form.endsWith("-C") || form.endsWith("-D");
    }

    private static OptionalLong count(Node node) {
        Matcher count = COUNT.matcher(node.isLiteral() ? node.getLiteralLexicalForm() : "");
        return count.matches() ? OptionalLong.of(Long.parseLong(count.group(1))) : OptionalLong.empty();
    }

    private static Node jmo(String name) {
        return NodeFactory.createURI(Jmo.NAMESPACE + name);
    }
}
