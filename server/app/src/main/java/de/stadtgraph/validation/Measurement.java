package de.stadtgraph.validation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A quality measurement (DQV, `dqv:QualityMeasurement`) that can be checked: a fraction with its numerator and its
/// denominator, which is never 0. Immutable.
///
/// @param metric notation in the scheme `quality-metric`
/// @param dimension notation in the scheme `quality-dimension`
/// @param numerator how many meet the condition
/// @param denominator how many were judged
/// @param shape the shape measured, where the metric is by shape
public record Measurement(
        String metric, String dimension, long numerator, long denominator, Optional<ShapeDescription> shape) {

    public Measurement {
        if (denominator <= 0 || numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException(metric + ": not a fraction: " + numerator + "/" + denominator);
        }
    }

    /// The value between 0 and 1, with six digits.
    public BigDecimal value() {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL64)
                .setScale(6, RoundingMode.DOWN)
                .stripTrailingZeros();
    }

    /// The measurements a report gives: conformity overall and by shape, completeness of the slots that shapes demand
    /// (those of severity [Severity#VIOLATION] and above are mandatory, the others recommended). A metric whose
    /// denominator is 0 is absent; an incomplete report gives none.
    public static List<Measurement> of(ValidationReport report) {
        List<Measurement> measurements = new ArrayList<>();
        if (!report.complete()) {
            return measurements;
        }
        var coverage = report.coverage();
        long judged = coverage.judged();
        ofCounts("nodes-without-violation", "conformity", judged - coverage.withViolation(), judged)
                .ifPresent(measurements::add);
        ofCounts("nodes-without-warning", "conformity", judged - coverage.withWarning(), judged)
                .ifPresent(measurements::add);
        addSlots(measurements, "mandatory-slots", report, outcome -> isMandatory(outcome.shape()));
        addSlots(measurements, "recommended-slots", report, outcome -> !isMandatory(outcome.shape()));
        addRanges(measurements, report);
        for (ShapeOutcome outcome : report.outcomes()) {
            if (outcome.judged() > 0) {
                measurements.add(new Measurement(
                        "shape-conformity",
                        "conformity",
                        outcome.conforming(),
                        outcome.judged(),
                        Optional.of(outcome.shape())));
            }
        }
        return List.copyOf(measurements);
    }

    /// A measurement from two counts, if there was anything to count.
    public static Optional<Measurement> ofCounts(String metric, String dimension, long numerator, long denominator) {
        return denominator == 0
                ? Optional.empty()
                : Optional.of(new Measurement(metric, dimension, numerator, denominator, Optional.empty()));
    }

    private static boolean isMandatory(ShapeDescription shape) {
        return shape.severity().compareTo(Severity.VIOLATION) >= 0;
    }

    private static void addRanges(List<Measurement> measurements, ValidationReport report) {
        List<ShapeOutcome> ranges = report.outcomes().stream()
                .filter(outcome -> outcome.shape().range())
                .toList();
        long good = ranges.stream().mapToLong(ShapeOutcome::conforming).sum();
        long all = ranges.stream().mapToLong(ShapeOutcome::judged).sum();
        ofCounts("values-in-range", "plausibility", good, all).ifPresent(measurements::add);
    }

    private static void addSlots(
            List<Measurement> measurements, String metric, ValidationReport report, Predicate<ShapeOutcome> wanted) {
        List<ShapeOutcome> slots = report.outcomes().stream()
                .filter(outcome -> outcome.shape().slot())
                .filter(wanted)
                .toList();
        long filled = slots.stream().mapToLong(ShapeOutcome::conforming).sum();
        long all = slots.stream().mapToLong(ShapeOutcome::judged).sum();
        ofCounts(metric, "completeness", filled, all).ifPresent(measurements::add);
    }
}
