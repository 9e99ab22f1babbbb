package de.stadtgraph.validation;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Sh;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.shared.JenaException;
import org.topbraid.shacl.engine.Shape;
import org.topbraid.shacl.validation.ValidationEngine;
import org.topbraid.shacl.validation.ValidationEngineConfiguration;
import org.topbraid.shacl.validation.ValidationUtil;

/// One family applied to one graph by TopBraid, shape by shape and in portions of focus nodes, so that the results
/// of a bad shape never pile up.
final class FamilyRun {
    private static final int PORTION = 5_000;

    /// The first portion is small: whoever watches sees something soon.
    private static final int FIRST_PORTION = 500;

    /// A shape whose target is a class itself judges all instances in one query and returns them as values.
    private static final Node TARGET_NODE = NodeFactory.createURI(Sh.NAMESPACE + "targetNode");

    /// Targets that may name a node without a statement of its own.
    private static final List<Node> UNDESCRIBED = List.of(
            TARGET_NODE,
            NodeFactory.createURI(Sh.NAMESPACE + "targetObjectsOf"),
            NodeFactory.createURI(Sh.NAMESPACE + "target"));

    static {
        PatternExecutor.install();
        GuardedQueries.install();
    }

    private final ShapeFamily family;
    private final JudgedGraph graph;
    private final Deadline deadline;
    private final int resultsPerShape;
    private final JudgedThings things;
    private final ValidationEngine engine;

    FamilyRun(ShapeFamily family, JudgedGraph graph, Deadline deadline, int resultsPerShape, JudgedThings things) {
        this.family = family;
        this.graph = graph;
        this.deadline = deadline;
        this.resultsPerShape = resultsPerShape;
        this.things = things;
        var configuration = new ValidationEngineConfiguration().setValidateShapes(false);
        this.engine = ValidationUtil.createValidationEngine(
                ModelFactory.createModelForGraph(graph),
                ModelFactory.createModelForGraph(family.graph()),
                configuration);
    }

    /// Applies every shape that has a target and adds what it finds.
    void run(List<ValidationResult> results, List<ShapeOutcome> outcomes) {
        deadline.during(() -> apply(results, outcomes));
    }

    private void apply(List<ValidationResult> results, List<ShapeOutcome> outcomes) {
        engine.getShapesGraph().getRootShapes().stream()
                .filter(shape -> family.shape(node(shape)).isPresent())
                .sorted(Comparator.comparing(shape -> node(shape).toString()))
                .forEach(shape -> outcomes.add(new ShapeRun(shape).apply(results)));
    }

    private static Node node(Shape shape) {
        return shape.getShapeResource().asNode();
    }

    /// One shape, its counts while they grow.
    private final class ShapeRun {
        private final Shape shape;
        private final ShapeDescription description;
        private final Set<Node> failing = new HashSet<>();
        private long judged;
        private long found;

        ShapeRun(Shape shape) {
            this.shape = shape;
            this.description = family.shape(node(shape)).orElseThrow();
        }

        ShapeOutcome apply(List<ValidationResult> results) {
            long start = System.nanoTime();
            boolean stopped = false;
            try {
                judge(results);
            } catch (Deadline.StoppedException | QueryCancelledException | StackOverflowError _) {
                // A shape that refers to itself, or an expression that nests too deep, ends like one without end.
                stopped = true;
            } catch (JenaException | IllegalArgumentException e) {
                throw new ServerException(
                        ErrorCode.SHAPE_INVALID,
                        description.localName() + " cannot be applied: " + firstLine(e) + ".",
                        e);
            }
            things.failing(description.severity(), failing);
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            return new ShapeOutcome(description, judged, failing.size(), found, stopped, time);
        }

        private void judge(List<ValidationResult> results) {
            boolean standIn = !family.foreign() && family.graph().contains(description.iri(), TARGET_NODE, Node.ANY);
            boolean described = UNDESCRIBED.stream()
                    .noneMatch(target -> family.graph().contains(description.iri(), target, Node.ANY));
            List<RDFNode> targets = shape.getTargetNodes(engine.getDataset()).stream()
                    .filter(target -> standIn || family.foreign() || graph.judges(target.asNode(), described))
                    .sorted(Comparator.comparing(RDFNode::toString))
                    .toList();
            for (RDFNode target : targets) {
                judged += standIn ? graph.instances(target.asNode()) : 1;
            }
            if (!standIn) {
                things.judged(targets.stream().map(RDFNode::asNode).toList());
            }
            for (int from = 0, to = FIRST_PORTION; from < targets.size(); from = to, to += PORTION) {
                if (deadline.passed()) {
                    throw new Deadline.StoppedException();
                }
                int end = Math.min(targets.size(), to);
                engine.validateNodesAgainstShape(targets.subList(from, end), description.iri());
                int before = results.size();
                collect(standIn, results);
                deadline.portionDone(results.subList(before, results.size()), standIn ? judged : end);
            }
        }

        /// Takes the results of a portion out of the engine's report.
        private void collect(boolean standIn, List<ValidationResult> results) {
            var model = engine.getReport().getModel();
            Graph report = model.getGraph();
            List<ValidationResult> portion = Values.subjects(report, Rdf.TYPE, Sh.VALIDATION_RESULT).stream()
                    .map(result -> result(report, result))
                    .sorted(Comparator.comparing(result -> result.focusNode() + " " + result.value()))
                    .toList();
            for (ValidationResult result : portion) {
                failing.add(standIn ? result.value().orElse(result.focusNode()) : result.focusNode());
                if (++found <= resultsPerShape) {
                    results.add(result);
                }
            }
            model.removeAll();
        }

        /// Shapes of others may have parts with severities of their own, also such as are none of ours.
        private Node stated(Graph report, Node result) {
            return family.foreign()
                    ? Values.any(report, result, Sh.RESULT_SEVERITY).orElseThrow()
                    : description.severity().node();
        }

        private ValidationResult result(Graph report, Node result) {
            Node stated = stated(report, result);
            return new ValidationResult(
                    description.iri(),
                    family.name(),
                    Values.any(report, result, Sh.SOURCE_CONSTRAINT_COMPONENT).orElseThrow(),
                    Severity.of(stated).orElse(description.severity()),
                    stated,
                    Values.any(report, result, Sh.FOCUS_NODE).orElseThrow(),
                    Values.any(report, result, Sh.RESULT_PATH).filter(Node::isURI),
                    Values.any(report, result, Sh.VALUE),
                    Values.text(report, result, Sh.RESULT_MESSAGE).orElse(Text.same(description.localName())));
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceAll("\\.$", "");
    }
}
