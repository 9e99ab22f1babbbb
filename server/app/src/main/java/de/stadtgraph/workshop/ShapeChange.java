package de.stadtgraph.workshop;

import de.stadtgraph.problem.Text;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the change of one shape does to one dataset. Immutable.
///
/// @param dataset slug of the dataset
/// @param shape IRI of the shape
/// @param name name of the shape as it would be; as it is where it would go
/// @param repairHint what to do about its results
/// @param before severity today (`info`, `warning`, `violation`, `block`); empty for a shape that is new
/// @param after severity after the change; empty for a shape that would go
/// @param judged things the shape would be applied to
/// @param appeared results there would be that are not there today
/// @param fixed results of today that would be gone
/// @param unchanged results that stay
/// @param bound whether the counts are lower bounds: the shape was stopped or has more results than are compared
/// @param stopped whether the shape was stopped when its time was over
/// @param samples some of the results that would appear
/// @param fixedSamples some of the results that would be gone
/// @param time what it took
public record ShapeChange(
        String dataset,
        String shape,
        Text name,
        Text repairHint,
        Optional<String> before,
        Optional<String> after,
        long judged,
        long appeared,
        long fixed,
        long unchanged,
        boolean bound,
        boolean stopped,
        List<Sample> samples,
        List<Sample> fixedSamples,
        Duration time) {

    /// The severity that refuses a release.
    static final String BLOCK = "block";

    public ShapeChange {
        samples = List.copyOf(samples);
        fixedSamples = List.copyOf(fixedSamples);
    }

    /// The name within the family: what stands after `#`.
    public String localName() {
        return shape.substring(shape.indexOf('#') + 1);
    }

    /// Whether a release of the dataset would be refused for this shape: any Block refuses, and a shape that was
    /// stopped proves nothing.
    public boolean refuses() {
        return stopped || (after.equals(Optional.of(BLOCK)) && appeared + unchanged > 0);
    }

    /// Whether anything in the results differs.
    public boolean differs() {
        return appeared > 0 || fixed > 0 || stopped || (unchanged > 0 && !before.equals(after));
    }
}
