package de.stadtgraph.pipeline;

import de.stadtgraph.validation.Measurement;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/// Measurements as `dqv:QualityMeasurement` with numerator and denominator (DQV, section 4.3). Stateless.
final class MeasurementGraph {
    private static final String DQV = "http://www.w3.org/ns/dqv#";
    private static final String JMO = "https://data.jena.de/def/municipal#";
    private static final Node TYPE = NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");

    private MeasurementGraph() {}

    static Graph of(Node dataset, List<Measurement> measurements) {
        Graph graph = GraphFactory.createDefaultGraph();
        String iri = dataset.getURI();
        String base = iri.substring(0, iri.indexOf("/dataset/") + 1);
        for (Measurement measurement : measurements) {
            String part = measurement
                    .shape()
                    .map(shape -> "-" + shape.family() + "-" + shape.localName())
                    .orElse("");
            Node node = NodeFactory.createURI(iri + "#measurement-" + measurement.metric() + part);
            add(graph, node, TYPE, iri(DQV + "QualityMeasurement"));
            add(graph, node, iri(DQV + "computedOn"), dataset);
            add(graph, node, iri(DQV + "isMeasurementOf"), iri(base + "kos/quality-metric/" + measurement.metric()));
            add(graph, node, iri(DQV + "value"), literal(measurement.value().toPlainString(), XSDDatatype.XSDdecimal));
            add(graph, node, iri(JMO + "numerator"), integer(measurement.numerator()));
            add(graph, node, iri(JMO + "denominator"), integer(measurement.denominator()));
            add(graph, dataset, iri(DQV + "hasQualityMeasurement"), node);
        }
        return graph;
    }

    private static void add(Graph graph, Node subject, Node predicate, Node object) {
        graph.add(Triple.create(subject, predicate, object));
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Node integer(long value) {
        return literal(Long.toString(value), XSDDatatype.XSDinteger);
    }

    private static Node literal(String form, XSDDatatype datatype) {
        return NodeFactory.createLiteralDT(form, datatype);
    }
}
