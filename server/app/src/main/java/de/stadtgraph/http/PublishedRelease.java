package de.stadtgraph.http;

import de.stadtgraph.problem.Text;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A release as the front shows it. Immutable.
///
/// @param dataset slug of the dataset
/// @param number number of the release
/// @param time when it was published
/// @param outcome how the candidate was judged
/// @param sample whether it was made of the bundled, synthetic sample
/// @param records what became of the records of the source
/// @param quads number of quads
/// @param results validation results by severity
/// @param findings validation results grouped, heaviest first
/// @param measurements quality measurements
/// @param changes difference to the release before, if there is one
/// @param files files to download
public record PublishedRelease(
        String dataset,
        long number,
        Instant time,
        Outcome outcome,
        boolean sample,
        Records records,
        long quads,
        Results results,
        List<Finding> findings,
        List<QualityValue> measurements,
        Optional<Changes> changes,
        List<Download> files) {

    public PublishedRelease {
        findings = List.copyOf(findings);
        measurements = List.copyOf(measurements);
        files = List.copyOf(files);
    }

    /// How a candidate that became a release was judged.
    public enum Outcome {
        RELEASED,
        RELEASED_WITH_WARNINGS
    }

    /// Severities of SHACL, heaviest first.
    public enum Severity {
        VIOLATION,
        WARNING,
        INFO
    }

    /// Records of the source: read, mapped, rejected.
    public record Records(long read, long mapped, long rejected) {}

    /// Validation results by severity.
    public record Results(long violation, long warning, long info) {}

    /// Quads added and removed.
    public record Changes(long added, long removed) {}

    /// What one rule found.
    ///
    /// @param rule its id: `trees#Height`, `mapping:value:range`
    /// @param shape name of the rule
    /// @param message what is wrong
    /// @param sentence the finding in words, with its numbers
    /// @param repair what to do; empty where nobody said
    /// @param count how many results
    /// @param examples IRIs of some of the things, or places in the source
    public record Finding(
            String rule,
            Text shape,
            Severity severity,
            Text message,
            Text sentence,
            Text repair,
            long count,
            List<String> examples) {
        public Finding {
            examples = List.copyOf(examples);
        }
    }

    /// A share that was measured: numerator of denominator.
    ///
    /// @param metric name of the metric
    /// @param notation its notation in the scheme `quality-metric`
    /// @param dimension notation in the scheme `quality-dimension`
    /// @param shape IRI of the shape, where one shape was measured
    public record QualityValue(
            Text metric, String notation, String dimension, Optional<String> shape, long numerator, long denominator) {}

    /// A file of the release.
    ///
    /// @param suffix ending of its address: `nq.gz`, `ttl.gz`
    /// @param file where it is
    public record Download(String suffix, Path file, long bytes, String sha256) {}
}
