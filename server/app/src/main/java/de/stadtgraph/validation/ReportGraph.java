package de.stadtgraph.validation;

import de.stadtgraph.problem.Text;
import de.stadtgraph.vocabulary.Dqv;
import de.stadtgraph.vocabulary.Jmo;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Sh;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/// Writes a report as RDF: `sh:ValidationReport` with the results kept (`…#result-n`), and for each shape the exact
/// counts (`…#shape-{family}-{name}`), so that a reader sees when results were counted only.
final class ReportGraph {
    private final String iri;
    private final Node report;
    private final Graph graph = GraphFactory.createDefaultGraph();

    ReportGraph(String iri) {
        this.iri = iri;
        this.report = NodeFactory.createURI(iri);
    }

    Graph of(ValidationReport validation) {
        add(report, Rdf.TYPE, Sh.VALIDATION_REPORT);
        add(report, Sh.CONFORMS, literal(String.valueOf(validation.conforms()), XSDDatatype.XSDboolean));
        int number = 0;
        for (ValidationResult result : validation.results()) {
            addResult(NodeFactory.createURI(iri + "#result-" + ++number), result);
        }
        validation.outcomes().forEach(this::addOutcome);
        return graph;
    }

    private void addResult(Node node, ValidationResult result) {
        add(report, Sh.RESULT, node);
        add(node, Rdf.TYPE, Sh.VALIDATION_RESULT);
        add(node, Sh.SOURCE_SHAPE, result.shape());
        add(node, Sh.SOURCE_CONSTRAINT_COMPONENT, result.component());
        add(node, Sh.RESULT_SEVERITY, result.stated());
        add(node, Sh.FOCUS_NODE, result.focusNode());
        result.path().ifPresent(path -> add(node, Sh.RESULT_PATH, path));
        result.value().filter(value -> !value.isBlank()).ifPresent(value -> add(node, Sh.VALUE, value));
        addText(node, Sh.RESULT_MESSAGE, result.message());
    }

    private void addOutcome(ShapeOutcome outcome) {
        ShapeDescription shape = outcome.shape();
        Node node = NodeFactory.createURI(iri + "#shape-" + shape.family() + "-" + fragment(shape));
        add(report, Dqv.HAS_QUALITY_MEASUREMENT, node);
        add(node, Sh.SOURCE_SHAPE, shape.iri());
        add(node, Sh.RESULT_SEVERITY, shape.severity().node());
        add(node, term("resultCount"), integer(outcome.results()));
        add(node, term("numerator"), integer(outcome.conforming()));
        add(node, term("denominator"), integer(outcome.judged()));
        add(node, term("stopped"), literal(String.valueOf(outcome.stopped()), XSDDatatype.XSDboolean));
    }

    /// The shape's name as it may stand in a fragment: shapes of others have IRIs of any form, or none.
    private static String fragment(ShapeDescription shape) {
        return shape.localName().replaceAll("[^A-Za-z0-9_.-]+", "-");
    }

    private void addText(Node subject, Node predicate, Text text) {
        add(subject, predicate, NodeFactory.createLiteralLang(text.de(), "de"));
        add(subject, predicate, NodeFactory.createLiteralLang(text.en(), "en"));
    }

    private static Node term(String name) {
        return NodeFactory.createURI(Jmo.NAMESPACE + name);
    }

    private static Node integer(long value) {
        return literal(String.valueOf(value), XSDDatatype.XSDinteger);
    }

    private static Node literal(String form, XSDDatatype type) {
        return NodeFactory.createLiteralDT(form, type);
    }

    private void add(Node subject, Node predicate, Node object) {
        graph.add(Triple.create(subject, predicate, object));
    }
}
