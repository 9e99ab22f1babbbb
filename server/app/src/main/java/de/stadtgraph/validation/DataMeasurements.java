package de.stadtgraph.validation;

import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Geo;
import de.stadtgraph.vocabulary.Jmo;
import de.stadtgraph.vocabulary.Rdf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/// Measurements that the statements themselves give, beside what shapes find: references, keys, twins, intervals,
/// totals, cells, reuse of terms. One look at every statement; holds things, keys and points in memory.
public final class DataMeasurements {
    private static final Node VALID_FROM = jmo("validFrom");
    private static final Node VALID_UNTIL = jmo("validUntil");

    private final Graph data;
    private final Described dataset;
    private final String things;
    private final String concepts;
    private final Predicate<Node> known;
    private final CubeCompleteness cubes;
    private final Map<Node, Boolean> resolved = new HashMap<>();
    private final Set<Node> terms = new HashSet<>();
    private final Map<String, Long> keys = new HashMap<>();
    private final List<Node> identified = new ArrayList<>();
    private final List<Node> intervals = new ArrayList<>();
    private final Set<Node> inDistrict = new HashSet<>();
    private final Map<Node, Node> geometries = new HashMap<>();
    private long references;
    private long resolving;

    /// @param base base of the city's IRIs
    /// @param known whether an IRI of the city is described elsewhere: in the code lists, in other releases
    public DataMeasurements(Described dataset, String base, Predicate<Node> known) {
        this.dataset = dataset;
        this.data = dataset.data();
        this.things = base + "id/";
        this.concepts = base + "kos/";
        this.known = known;
        data.find().forEachRemaining(this::look);
        this.cubes = new CubeCompleteness(data);
    }

    private void look(Triple statement) {
        Node property = statement.getPredicate();
        Node object = statement.getObject();
        terms.add(property);
        if (property.equals(Rdf.TYPE)) {
            terms.add(object);
        } else if (property.equals(Dct.IDENTIFIER)) {
            identified.add(statement.getSubject());
        } else if (property.equals(VALID_FROM)) {
            intervals.add(statement.getSubject());
        } else if (property.equals(Jmo.WITHIN_DISTRICT)) {
            inDistrict.add(statement.getSubject());
        } else if (property.equals(Geo.HAS_DEFAULT_GEOMETRY) || property.equals(Geo.HAS_GEOMETRY)) {
            geometries.put(statement.getSubject(), object);
        }
        if (isReference(object)) {
            references++;
            resolving += resolved.computeIfAbsent(object, this::resolves) ? 1 : 0;
        }
    }

    private boolean isReference(Node object) {
        return object.isURI()
                && (object.getURI().startsWith(things) || object.getURI().startsWith(concepts));
    }

    private boolean resolves(Node object) {
        return data.contains(object, Node.ANY, Node.ANY) || known.test(object);
    }

    /// The measurements whose denominator is not 0.
    public List<Measurement> measurements() {
        List<Measurement> found = new ArrayList<>();
        add(found, Measurement.ofCounts("references-that-resolve", "consistency", resolving, references));
        add(found, intervalsInOrder());
        add(found, distinctKeys());
        points(found);
        long own = terms.stream()
                .filter(term -> term.toString().startsWith(Jmo.NAMESPACE))
                .count();
        add(found, Measurement.ofCounts("reused-terms", "interoperability", terms.size() - own, terms.size()));
        add(found, cubes.measurement());
        add(found, totals());
        return found;
    }

    /// Findings about cells that cubes lack.
    public List<CubeFinding> findings() {
        return cubes.findings();
    }

    private static void add(List<Measurement> found, Optional<Measurement> measurement) {
        measurement.ifPresent(found::add);
    }

    private Optional<Measurement> intervalsInOrder() {
        long all = 0;
        long good = 0;
        for (Node thing : intervals) {
            Optional<String> from = form(thing, VALID_FROM);
            Optional<String> until = form(thing, VALID_UNTIL);
            if (from.isPresent() && until.isPresent()) {
                all++;
                good += from.get().compareTo(until.get()) <= 0 ? 1 : 0;
            }
        }
        return Measurement.ofCounts("intervals-in-order", "consistency", good, all);
    }

    private Optional<String> form(Node thing, Node property) {
        return Values.any(data, thing, property).filter(Node::isLiteral).map(Node::getLiteralLexicalForm);
    }

    private Optional<Measurement> distinctKeys() {
        for (Node thing : identified) {
            String type = Values.all(data, thing, Rdf.TYPE).stream()
                    .map(Node::toString)
                    .sorted()
                    .toList()
                    .toString();
            form(thing, Dct.IDENTIFIER).ifPresent(key -> keys.merge(type + key, 1L, Long::sum));
        }
        long all = keys.values().stream().mapToLong(Long::longValue).sum();
        return Measurement.ofCounts("distinct-keys", "uniqueness", keys.size(), all);
    }

    private void points(List<Measurement> found) {
        var twins = new Twins();
        long inside = 0;
        for (Map.Entry<Node, Node> place : geometries.entrySet()) {
            Optional<String> wkt = form(place.getValue(), Geo.AS_WKT);
            if (wkt.isPresent() && wkt.get().startsWith("POINT") && twins.add(type(place.getKey()), wkt.get())) {
                inside += inDistrict.contains(place.getKey()) ? 1 : 0;
            }
        }
        add(found, Measurement.ofCounts("features-without-twin", "uniqueness", twins.alone(), twins.all()));
        if (inside > 0) {
            add(found, Measurement.ofCounts("points-inside-area", "plausibility", inside, twins.all()));
        }
    }

    private String type(Node thing) {
        return Values.all(data, thing, Rdf.TYPE).stream()
                .map(Node::toString)
                .min(String::compareTo)
                .orElse("");
    }

    private Optional<Measurement> totals() {
        long all = 0;
        long good = 0;
        for (CountTable table : dataset.tables()) {
            for (CountTable.Cell total : table.cells().values()) {
                List<OptionalLong> parts = total.parts().stream()
                        .map(part -> Optional.ofNullable(table.cells().get(part)))
                        .map(cell -> cell.map(CountTable.Cell::value).orElse(OptionalLong.empty()))
                        .toList();
                boolean open = total.value().isPresent()
                        && !parts.isEmpty()
                        && parts.stream().allMatch(OptionalLong::isPresent);
                if (open) {
                    all++;
                    long sum = parts.stream().mapToLong(OptionalLong::getAsLong).sum();
                    good += sum == total.value().getAsLong() ? 1 : 0;
                }
            }
        }
        return Measurement.ofCounts("totals-that-match", "consistency", good, all);
    }

    private static Node jmo(String name) {
        return NodeFactory.createURI(Jmo.NAMESPACE + name);
    }
}
