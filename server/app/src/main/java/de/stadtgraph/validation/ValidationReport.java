package de.stadtgraph.validation;

import java.util.List;
import org.apache.jena.graph.Graph;

/// What the shape families found (SHACL, section 3.6). Immutable.
///
/// Every result is counted; of each shape only the first results in the order of their focus nodes are kept
/// ([ValidationLimits#resultsPerShape]), and the RDF form states both numbers.
///
/// @param results the results kept
/// @param outcomes exact counts of each shape, in the order of the families
public record ValidationReport(List<ValidationResult> results, List<ShapeOutcome> outcomes, Coverage coverage) {

    /// Distinct things over all shapes.
    ///
    /// @param judged things that at least one shape was applied to
    /// @param withViolation things among them with a result of [Severity#VIOLATION] or [Severity#BLOCK]
    /// @param withWarning things among them with a result of [Severity#WARNING]
    public record Coverage(long judged, long withViolation, long withWarning) {}

    public ValidationReport {
        results = List.copyOf(results);
        outcomes = List.copyOf(outcomes);
    }

    /// No result of any severity, and every shape was applied to the end.
    public boolean conforms() {
        return complete() && outcomes.stream().allMatch(outcome -> outcome.results() == 0);
    }

    /// Every shape was applied to the end. An incomplete report proves nothing: nobody may publish on it.
    public boolean complete() {
        return outcomes.stream().noneMatch(ShapeOutcome::stopped);
    }

    /// Number of results of this severity, kept or not.
    public long count(Severity severity) {
        return outcomes.stream()
                .filter(outcome -> outcome.shape().severity() == severity)
                .mapToLong(ShapeOutcome::results)
                .sum();
    }

    /// Outcomes of the shapes that have results of this severity.
    public List<ShapeOutcome> failing(Severity severity) {
        return outcomes.stream()
                .filter(outcome -> outcome.results() > 0 && outcome.shape().severity() == severity)
                .toList();
    }

    /// The report as RDF without blank nodes: its parts have IRIs below the report's.
    public Graph graph(String reportIri) {
        return new ReportGraph(reportIri).of(this);
    }
}
