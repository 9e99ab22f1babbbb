package de.stadtgraph.validation;

import de.stadtgraph.problem.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/// Which cells the cubes of a candidate lack: every area should have a value for every period and every combination of
/// the other dimensions that occurs (RDF Data Cube, section 5). A suppressed cell is not missing.
///
/// Holds the keys of the cells in memory. Cubes without area or period are passed over.
final class CubeCompleteness {
    private static final String CUBE = "http://purl.org/linked-data/cube#";
    private static final String DIMENSION = "http://purl.org/linked-data/sdmx/2009/dimension#";
    private static final Node DATA_SET = NodeFactory.createURI(CUBE + "dataSet");
    private static final Node REF_AREA = NodeFactory.createURI(DIMENSION + "refArea");
    private static final Node REF_PERIOD = NodeFactory.createURI(DIMENSION + "refPeriod");
    private static final Node VALUE = NodeFactory.createURI("http://purl.org/linked-data/sdmx/2009/measure#obsValue");
    private static final Node CONF_STATUS =
            NodeFactory.createURI("http://purl.org/linked-data/sdmx/2009/attribute#confStatus");

    private final Graph data;
    private long present;
    private long expected;
    private final List<CubeFinding> findings = new ArrayList<>();

    CubeCompleteness(Graph data) {
        this.data = data;
        Set<Node> cubes = new HashSet<>();
        data.find(Node.ANY, DATA_SET, Node.ANY).forEachRemaining(member -> cubes.add(member.getObject()));
        cubes.stream().sorted(Comparator.comparing(Node::toString)).forEach(this::count);
    }

    Optional<Measurement> measurement() {
        return Measurement.ofCounts("cube-cells", "completeness", present, expected);
    }

    /// One finding for each kind of area and period with areas that lack a value.
    List<CubeFinding> findings() {
        return List.copyOf(findings);
    }

    private void count(Node cube) {
        Map<String, Map<String, Set<Node>>> areasByPeriod = new TreeMap<>();
        Map<String, Set<Node>> areasByKind = new TreeMap<>();
        Set<Set<String>> others = new HashSet<>();
        long cells = 0;
        for (Triple member : data.find(Node.ANY, DATA_SET, cube).toList()) {
            Cell cell = cell(member.getSubject());
            if (cell.area().isEmpty() || cell.period().isEmpty()) {
                return;
            }
            Node area = cell.area().get();
            String kind = kind(area);
            areasByKind.computeIfAbsent(kind, _ -> new HashSet<>()).add(area);
            Set<Node> filled = areasByPeriod
                    .computeIfAbsent(shown(cell.period().get()), _ -> new HashMap<>())
                    .computeIfAbsent(kind, _ -> new HashSet<>());
            others.add(cell.others());
            if (cell.filled()) {
                filled.add(area);
                cells++;
            }
        }
        present += cells;
        long areas = areasByKind.values().stream().mapToLong(Set::size).sum();
        expected += Math.max(cells, areas * (long) areasByPeriod.size() * others.size());
        areasByPeriod.forEach((period, filled) ->
                areasByKind.forEach((kind, all) -> missing(period, kind, all, filled.getOrDefault(kind, Set.of()))));
    }

    private void missing(String period, String kind, Set<Node> all, Set<Node> filled) {
        int lacking = all.size() - filled.size();
        if (lacking == 0) {
            return;
        }
        TreeSet<Node> without = new TreeSet<>(Comparator.comparing(Node::toString));
        without.addAll(all);
        without.removeAll(filled);
        Text areas = AreaWords.of(kind);
        findings.add(new CubeFinding(
                "cube:missing:" + kind + ":" + period,
                Severity.WARNING,
                lacking,
                new Text(
                        "%d von %d %s %s keinen Wert für %s."
                                .formatted(lacking, all.size(), areas.de(), lacking == 1 ? "hat" : "haben", period),
                        "%d of %d %s %s no value for %s."
                                .formatted(lacking, all.size(), areas.en(), lacking == 1 ? "has" : "have", period)),
                new Text(
                        "Den Wert nachliefern; ist er geheim, die Zelle mit confStatus kennzeichnen.",
                        "Deliver the value; if it is confidential, mark the cell with confStatus."),
                List.copyOf(without)));
    }

    /// What completeness asks of an observation.
    ///
    /// @param others area, period, measure and marks apart: what else tells cells from each other
    /// @param filled whether it has a value, or says that it hides one
    private record Cell(Optional<Node> area, Optional<Node> period, Set<String> others, boolean filled) {}

    private Cell cell(Node observation) {
        Optional<Node> area = Optional.empty();
        Optional<Node> period = Optional.empty();
        Set<String> others = new HashSet<>();
        boolean filled = false;
        var statements = data.find(observation, Node.ANY, Node.ANY);
        while (statements.hasNext()) {
            Triple statement = statements.next();
            Node property = statement.getPredicate();
            if (property.equals(REF_AREA)) {
                area = Optional.of(statement.getObject());
            } else if (property.equals(REF_PERIOD)) {
                period = Optional.of(statement.getObject());
            } else if (property.equals(VALUE) || property.equals(CONF_STATUS)) {
                filled = true;
            } else if (property.getURI().startsWith(DIMENSION)) {
                others.add(property.getURI() + "=" + statement.getObject());
            }
        }
        return new Cell(area, period, others, filled);
    }

    /// The type in the IRI of a thing: `statistical-district` of `…/id/statistical-district/12`.
    private static String kind(Node area) {
        String iri = area.toString();
        int type = iri.indexOf("/id/");
        int end = type < 0 ? -1 : iri.indexOf('/', type + 4);
        return end < 0 ? "" : iri.substring(type + 4, end);
    }

    private static String shown(Node period) {
        String form = period.isLiteral() ? period.getLiteralLexicalForm() : period.toString();
        return form.substring(form.lastIndexOf('/') + 1);
    }
}
