package de.stadtgraph.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtgraph.mapping.Mapped;
import de.stadtgraph.publication.Finding;
import de.stadtgraph.validation.Measurement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The report of a candidate as a small JSON object: what pages show without reading the whole report. Stateless.
///
/// `results` by severity; `findings` heaviest first with rule, severity, count, texts and examples; `measurements`
/// with numerator and denominator; `rejected` samples of what was not mapped, with record, field, value and reason.
final class ReportSummary {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportSummary() {}

    static ObjectNode of(List<Finding> findings, Judge.Judgement judgement, Optional<Mapped> mapped) {
        ObjectNode summary = JSON.createObjectNode();
        summary.set("results", JSON.valueToTree(judgement.results()));
        ArrayNode found = summary.putArray("findings");
        findings.forEach(finding -> add(found.addObject(), finding));
        ArrayNode measured = summary.putArray("measurements");
        judgement.measurements().forEach(measurement -> add(measured.addObject(), measurement));
        mapped.ifPresent(report -> summary.set("rejected", JSON.valueToTree(report.rejections())));
        return summary;
    }

    private static void add(ObjectNode node, Finding finding) {
        node.put("rule", finding.rule());
        node.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        node.put("count", finding.count());
        node.put("de", finding.message().de());
        node.put("en", finding.message().en());
        node.putObject("sentence")
                .put("de", finding.sentence().de())
                .put("en", finding.sentence().en());
        node.putObject("repair")
                .put("de", finding.repair().de())
                .put("en", finding.repair().en());
        ArrayNode examples = node.putArray("examples");
        finding.examples().forEach(examples::add);
    }

    private static void add(ObjectNode node, Measurement measurement) {
        node.put("metric", measurement.metric());
        node.put("dimension", measurement.dimension());
        node.put("numerator", measurement.numerator());
        node.put("denominator", measurement.denominator());
        measurement.shape().ifPresent(shape -> {
            node.put("shape", shape.iri().getURI());
            node.put("de", shape.name().de());
            node.put("en", shape.name().en());
        });
    }
}
