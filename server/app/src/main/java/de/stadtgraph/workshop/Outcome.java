package de.stadtgraph.workshop;

import de.stadtgraph.validation.ShapeDescription;
import de.stadtgraph.validation.ShapeOutcome;
import de.stadtgraph.validation.ValidationReport;
import de.stadtgraph.validation.ValidationResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/// What one form of a shape found in a dataset. Immutable.
record Outcome(ValidationReport report) {
    /// Of a shape that cannot be applied at all.
    static Outcome stopped(ShapeDescription shape) {
        var stopped = new ShapeOutcome(shape, 0, 0, 0, true, Duration.ZERO);
        return new Outcome(new ValidationReport(List.of(), List.of(stopped), new ValidationReport.Coverage(0, 0, 0)));
    }

    long judged() {
        return report.outcomes().stream().mapToLong(ShapeOutcome::judged).sum();
    }

    boolean isStopped() {
        return !report.complete();
    }

    /// Whether the counts are lower bounds.
    boolean isBound() {
        long found = report.outcomes().stream().mapToLong(ShapeOutcome::results).sum();
        return isStopped() || found > report.results().size();
    }

    /// Results by what they are about; the same thing said twice is one.
    Map<String, ValidationResult> byKey() {
        Map<String, ValidationResult> results = new LinkedHashMap<>();
        report.results().forEach(result -> results.putIfAbsent(key(result), result));
        return results;
    }

    /// What a result is about.
    static String key(ValidationResult result) {
        return result.focusNode() + "\u0000"
                + result.path().map(Node::toString).orElse("") + "\u0000"
                + result.value().map(Node::toString).orElse("") + "\u0000"
                + result.component().getURI();
    }
}
