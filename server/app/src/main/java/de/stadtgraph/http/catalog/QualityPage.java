package de.stadtgraph.http.catalog;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.http.Format;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.PublishedRelease;
import de.stadtgraph.http.Refusal;
import de.stadtgraph.problem.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The quality of one dataset. Immutable.
///
/// @param dimensions measurements by dimension, in the order of their notation
/// @param trend the measurements of the releases, by metric, oldest release first
/// @param findings what is wrong, heaviest first
/// @param limits limits known to the owner
public record QualityPage(
        Frame frame,
        Dataset dataset,
        PublishedRelease release,
        List<Dimension> dimensions,
        List<Trend> trend,
        List<Findings.Shown> findings,
        List<Text> limits,
        List<Format> formats) {

    /// The key of the message that names a dimension.
    public static String key(String dimension) {
        return switch (dimension) {
            case "completeness" -> "dimension.completeness";
            case "conformity" -> "dimension.conformity";
            case "consistency" -> "dimension.consistency";
            case "uniqueness" -> "dimension.uniqueness";
            case "timeliness" -> "dimension.timeliness";
            case "plausibility" -> "dimension.plausibility";
            case "accessibility" -> "dimension.accessibility";
            case "interoperability" -> "dimension.interoperability";
            default -> "dimension.metadata";
        };
    }

    /// Measurements of one dimension.
    ///
    /// @param notation notation in the scheme `quality-dimension`
    public record Dimension(String notation, List<Measured> values) {}

    /// A measurement, and where its metric or shape is defined.
    public record Measured(PublishedRelease.QualityValue value, String href) {}

    /// One metric over releases.
    public record Trend(Text metric, List<Point> points) {}

    /// The measurement of one release; absent where it did not measure.
    public record Point(long release, Optional<PublishedRelease.QualityValue> value) {}

    /// All datasets.
    ///
    /// @param dimensions notations, in the order of the columns
    /// @param refusals what was refused lately
    public record Overview(
            Frame frame, List<String> dimensions, List<Row> rows, List<Refusal> refusals, List<Format> formats) {}

    /// One dataset: the weakest measurement of each dimension.
    public record Row(Dataset dataset, PublishedRelease release, Map<String, PublishedRelease.QualityValue> weakest) {}
}
