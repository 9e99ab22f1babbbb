package de.stadtgraph.pipeline;

import de.stadtgraph.mapping.Mapped;
import de.stadtgraph.mapping.RejectedValue;
import de.stadtgraph.problem.Text;
import de.stadtgraph.publication.Finding;
import de.stadtgraph.publication.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the engine could not map, as findings: nothing that came in is left out in silence. Stateless.
final class MappingFindings {
    private MappingFindings() {}

    static List<Finding> of(Mapped mapped) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Long> records = new TreeMap<>();
        Map<String, Long> values = new TreeMap<>();
        mapped.sources().forEach(source -> {
            source.rejectedRecords().forEach((reason, count) -> records.merge(reason, count, Long::sum));
            source.rejectedValues().forEach((reason, count) -> values.merge(reason, count, Long::sum));
        });
        records.forEach((reason, count) -> findings.add(finding(mapped, reason, count, true)));
        values.forEach((reason, count) -> findings.add(finding(mapped, reason, count, false)));
        return findings;
    }

    private static Finding finding(Mapped mapped, String reason, long count, boolean whole) {
        List<RejectedValue> samples = mapped.rejections().stream()
                .filter(rejected -> rejected.wholeRecord() == whole)
                .filter(rejected -> rejected.reason().equals(reason))
                .toList();
        Text why = samples.isEmpty() ? Text.same(reason) : samples.getFirst().text();
        TreeSet<String> fields = new TreeSet<>();
        samples.forEach(rejected -> fields.add(rejected.field()));
        String where = fields.isEmpty() || whole ? "" : " (" + String.join(", ", fields) + ")";
        Text text = whole
                ? new Text("Datensätze nicht übernommen: " + why.de(), "Records rejected: " + why.en())
                : new Text(
                        "Werte nicht übernommen" + where + ": " + why.de(),
                        "Values left out" + where + ": " + why.en());
        return new Finding(
                (whole ? "mapping:record:" : "mapping:value:") + reason,
                Severity.WARNING,
                count,
                text,
                samples.stream().map(MappingFindings::example).toList());
    }

    private static String example(RejectedValue rejected) {
        String value = rejected.value().isEmpty() ? "" : " \"" + rejected.value() + "\"";
        return rejected.file() + ", record " + rejected.record() + ", " + rejected.field() + value;
    }
}
