package de.stadtgraph.pipeline;

import de.stadtgraph.mapping.Mapped;
import de.stadtgraph.mapping.MappedField;
import de.stadtgraph.mapping.MappedSource;
import de.stadtgraph.mapping.RejectedValue;
import de.stadtgraph.problem.Text;
import de.stadtgraph.publication.Finding;
import de.stadtgraph.publication.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the engine could not map, as findings: nothing that came in is left out in silence. Stateless.
final class MappingFindings {
    private static final Text REPAIR = new Text(
            "In der Quelle berichtigen; bis dahin fehlt der Wert in der Freigabe.",
            "Correct it in the source; until then the value is missing in the release.");
    private static final int MOST_NAMES = 20;

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
        mapped.sources().forEach(source -> emptyFields(source).ifPresent(findings::add));
        values.forEach((reason, count) -> findings.add(finding(mapped, reason, count, false)));
        return findings;
    }

    /// Fields that the mapping reads and that no record fills.
    private static Optional<Finding> emptyFields(MappedSource source) {
        List<String> empty = source.fields().stream()
                .filter(field -> field.used() && field.filled() == 0)
                .map(MappedField::name)
                .sorted()
                .toList();
        if (empty.isEmpty() || source.read() == 0) {
            return Optional.empty();
        }
        String names = String.join(", ", empty.subList(0, Math.min(MOST_NAMES, empty.size())));
        Text text = new Text(
                "In allen " + source.read() + " Sätzen von " + source.file() + " leer: " + names + ".",
                "Empty in all " + source.read() + " records of " + source.file() + ": " + names + ".");
        Text repair = new Text(
                "Prüfen, ob die Quelle die Spalte noch füllt, und die fehlenden Werte nachliefern.",
                "See whether the source still fills the column, and deliver the missing values.");
        return Optional.of(new Finding(
                "mapping:empty:" + source.name(), Severity.INFO, empty.size(), text, text, repair, List.of()));
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
                new Text(count + " " + text.de(), count + " " + text.en()),
                REPAIR,
                samples.stream().map(MappingFindings::example).toList());
    }

    private static String example(RejectedValue rejected) {
        String value = rejected.value().isEmpty() ? "" : " \"" + rejected.value() + "\"";
        return rejected.file() + ", record " + rejected.record() + ", " + rejected.field() + value;
    }
}
