package de.stadtgraph.bench;

import java.util.Comparator;
import java.util.List;

/// What a process took.
///
/// @param seconds from its start to its end
/// @param cpuSeconds of all its threads, user and system; 0 where the system does not tell
/// @param peakBytes most memory it held (resident); 0 where the system does not tell
/// @param exit exit code
public record Measurement(double seconds, double cpuSeconds, long peakBytes, int exit) {

    /// The measurement with the median time.
    public static Measurement median(List<Measurement> rounds) {
        List<Measurement> sorted = rounds.stream()
                .sorted(Comparator.comparingDouble(Measurement::seconds))
                .toList();
        return sorted.get((sorted.size() - 1) / 2);
    }

    public double peakMegabytes() {
        return peakBytes / 1e6;
    }
}
