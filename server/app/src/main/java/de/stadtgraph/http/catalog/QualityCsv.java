package de.stadtgraph.http.catalog;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.http.PublishedRelease;
import de.stadtgraph.http.Visit;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// The measurements of all datasets as a table. Stateless.
final class QualityCsv {
    private QualityCsv() {}

    static byte[] of(
            Visit visit,
            Map<Dataset, PublishedRelease> released,
            BiFunction<Dataset, PublishedRelease, List<PublishedRelease.QualityValue>> values) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(CsvLines.CSV.line(
                List.of("dataset", "release", "dimension", "metric", "shape", "name", "numerator", "denominator")));
        released.forEach((dataset, release) -> values.apply(dataset, release)
                .forEach(value -> bytes.writeBytes(CsvLines.CSV.line(List.of(
                        dataset.slug(),
                        Long.toString(release.number()),
                        value.dimension(),
                        value.notation(),
                        value.shape().orElse(""),
                        value.metric().in(visit.language()),
                        Long.toString(value.numerator()),
                        Long.toString(value.denominator()))))));
        return bytes.toByteArray();
    }
}
