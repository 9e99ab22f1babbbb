package de.stadtgraph.workshop;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;

/// How the instances of a class use one property, counted while their statements pass by. One thread.
///
/// Distinct values are kept up to [#DISTINCT_LIMIT]; beyond, [#distinct] is empty.
final class PropertyProfile {
    /// More different values than that make no list of codes.
    static final int DISTINCT_LIMIT = 60;

    private static final String IRI = "IRI";

    private final Node property;
    private final Map<String, Long> kinds = new TreeMap<>();
    private final Set<Node> distinct = new LinkedHashSet<>();
    private boolean many;
    private long subjects;
    private long single;
    private long values;
    private long numbers;
    private Optional<BigDecimal> least = Optional.empty();
    private Optional<BigDecimal> greatest = Optional.empty();

    PropertyProfile(Node property) {
        this.property = property;
    }

    /// Counts the values that one instance has.
    void add(Collection<Node> ofOne) {
        subjects++;
        single += ofOne.size() == 1 ? 1 : 0;
        ofOne.forEach(this::addValue);
    }

    private void addValue(Node value) {
        values++;
        kinds.merge(kind(value), 1L, Long::sum);
        if (!many && distinct.add(value) && distinct.size() > DISTINCT_LIMIT) {
            many = true;
            distinct.clear();
        }
        number(value).ifPresent(this::addNumber);
    }

    private void addNumber(BigDecimal number) {
        numbers++;
        least = Optional.of(least.map(number::min).orElse(number));
        greatest = Optional.of(greatest.map(number::max).orElse(number));
    }

    /// `IRI`, or the datatype's IRI.
    private static String kind(Node value) {
        return value.isLiteral() ? value.getLiteralDatatypeURI() : IRI;
    }

    private static Optional<BigDecimal> number(Node value) {
        if (!value.isLiteral()) {
            return Optional.empty();
        }
        var type = value.getLiteralDatatype();
        boolean exact = XSDDatatype.XSDinteger.equals(type) || XSDDatatype.XSDdecimal.equals(type);
        if (!exact || !value.getLiteralLexicalForm().matches("[+-]?[0-9]{1,18}(\\.[0-9]{1,18})?")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(value.getLiteralLexicalForm()));
    }

    Node property() {
        return property;
    }

    /// Instances that have the property.
    long subjects() {
        return subjects;
    }

    /// Instances that have it exactly once.
    long single() {
        return single;
    }

    long values() {
        return values;
    }

    /// The kind that all values have, if it is one: a datatype's IRI.
    Optional<String> onlyDatatype() {
        return kinds.size() == 1 && !kinds.containsKey(IRI)
                ? Optional.of(kinds.keySet().iterator().next())
                : Optional.empty();
    }

    /// Whether every value is an IRI.
    boolean onlyIris() {
        return kinds.size() == 1 && kinds.containsKey(IRI);
    }

    /// All values, where there are few.
    Set<Node> distinct() {
        return Set.copyOf(distinct);
    }

    /// Least and greatest value, where all are exact numbers.
    Optional<Range> range() {
        return numbers == values && numbers > 0
                ? Optional.of(new Range(least.orElseThrow(), greatest.orElseThrow()))
                : Optional.empty();
    }

    /// Numbers from least to greatest, both included.
    record Range(BigDecimal least, BigDecimal greatest) {}
}
