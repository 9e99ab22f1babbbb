package de.stadtgraph.bench.mapping;

import de.stadtgraph.bench.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What one row of the benchmark came to: medians of the rounds.
///
/// @param lines the distinct lines of our output
/// @param peer CARML's median; empty when it was left out
/// @param peerLines the distinct lines of its output
/// @param limit the process that only parses the tables and writes as many bytes
public record CaseResult(
        BenchCase row,
        Measurement ours,
        DistinctLines lines,
        Optional<Measurement> peer,
        Optional<DistinctLines> peerLines,
        Measurement limit) {
    private static final double MOST_PEAK_MEGABYTES = 256 * 1.048576;

    static final String HEADER = "%-14s %9s %9s %7s %7s   %9s %7s %7s   %7s %6s   %7s %8s"
            .formatted(
                    "",
                    "triples",
                    "ours s",
                    "CPU s",
                    "MB",
                    "CARML s",
                    "CPU s",
                    "MB",
                    "ratio",
                    "least",
                    "limit s",
                    "distance");

    double ratio() {
        return peer.map(measured -> measured.seconds() / ours.seconds()).orElse(0.0);
    }

    String line() {
        String beside = peer.map(p -> String.format(
                        Locale.ROOT,
                        "%9.2f %7.1f %7.0f   %6.1f× %5.0f×",
                        p.seconds(),
                        p.cpuSeconds(),
                        p.peakMegabytes(),
                        ratio(),
                        row.leastRatio()))
                .orElse("%9s %7s %7s   %7s %6s".formatted("–", "–", "–", "–", "–"));
        return String.format(
                Locale.ROOT,
                "%-14s %,9d %9.2f %7.1f %7.0f   %s   %7.2f %7.1f×",
                row.name(),
                lines.count(),
                ours.seconds(),
                ours.cpuSeconds(),
                ours.peakMegabytes(),
                beside,
                limit.seconds(),
                ours.seconds() / limit.seconds());
    }

    /// What does not hold, one sentence each.
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        String known = row.knownDigest();
        if (!known.isEmpty() && !lines.sha256().equals(known)) {
            complaints.add("%s: our output is not the known one: %,d distinct lines, SHA-256 %s, known %s."
                    .formatted(row.name(), lines.count(), lines.sha256(), known));
        }
        peerLines
                .filter(other -> !other.equals(lines))
                .ifPresent(other -> complaints.add("%s: the outputs differ: %,d distinct lines of ours, %,d of CARML."
                        .formatted(row.name(), lines.count(), other.count())));
        if (peer.isPresent() && ratio() < row.leastRatio()) {
            complaints.add(String.format(
                    Locale.ROOT,
                    "%s: %.1f times as fast as CARML, at least %.0f are promised.",
                    row.name(),
                    ratio(),
                    row.leastRatio()));
        }
        if (ours.peakMegabytes() > MOST_PEAK_MEGABYTES) {
            complaints.add(String.format(
                    Locale.ROOT,
                    "%s: %.0f MB at its peak, 268 MB (256 MiB) are promised.",
                    row.name(),
                    ours.peakMegabytes()));
        }
        return complaints;
    }
}
