package de.stadtgraph.http.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.http.PublishedRelease;
import de.stadtgraph.problem.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// Measurements and findings as JSON. Stateless.
final class QualityJson {
    private QualityJson() {}

    static byte[] of(PublishedRelease release, List<PublishedRelease.QualityValue> values) {
        return bytes(dataset(release, values));
    }

    static byte[] of(
            Map<Dataset, PublishedRelease> released,
            BiFunction<Dataset, PublishedRelease, List<PublishedRelease.QualityValue>> values) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode datasets = root.putArray("datasets");
        released.forEach((dataset, release) -> datasets.add(dataset(release, values.apply(dataset, release))));
        return bytes(root);
    }

    private static ObjectNode dataset(PublishedRelease release, List<PublishedRelease.QualityValue> values) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("dataset", release.dataset()).put("release", release.number());
        root.put("time", release.time().toString());
        ArrayNode measurements = root.putArray("measurements");
        for (PublishedRelease.QualityValue value : values) {
            ObjectNode node = measurements.addObject();
            node.put("metric", value.notation()).put("dimension", value.dimension());
            value.shape().ifPresent(shape -> node.put("shape", shape));
            node.put("numerator", value.numerator()).put("denominator", value.denominator());
            text(node.putObject("name"), value.metric());
        }
        ArrayNode findings = root.putArray("findings");
        for (PublishedRelease.Finding finding : release.findings()) {
            ObjectNode node = findings.addObject();
            node.put("rule", finding.rule());
            node.put("severity", finding.severity().name().toLowerCase(java.util.Locale.ROOT));
            node.put("count", finding.count());
            text(node.putObject("sentence"), finding.sentence());
            text(node.putObject("repair"), finding.repair());
            finding.examples().forEach(node.putArray("examples")::add);
        }
        return root;
    }

    private static void text(ObjectNode node, Text text) {
        node.put("de", text.de()).put("en", text.en());
    }

    private static byte[] bytes(ObjectNode root) {
        return root.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }
}
