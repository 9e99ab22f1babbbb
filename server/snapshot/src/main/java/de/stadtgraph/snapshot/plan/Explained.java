package de.stadtgraph.snapshot.plan;

import java.util.List;

/// What a plan does and did, for people and programs.
///
/// @param operator what it does
/// @param engine `snapshot`, or `arq` with the reason
/// @param expected rows expected before
/// @param rows rows handed on so far
/// @param millis time with its inputs
/// @param inputs the operators whose rows it reads
public record Explained(
        String operator, String engine, double expected, long rows, double millis, List<Explained> inputs) {
    private static final double NANOS = 1e6;

    /// The plan as it stands; rows and time are those until now.
    public static Explained of(Step step) {
        return new Explained(
                step.label(),
                "snapshot",
                step.shape().rows(),
                step.seen().rows(),
                step.seen().nanos() / NANOS,
                step.inputs().stream().map(Explained::of).toList());
    }

    /// An operator that was left to ARQ.
    public static Explained left(String reason) {
        return new Explained("left to ARQ", "arq: " + reason, 0, 0, 0, List.of());
    }
}
