package de.stadtgraph.rml;

import de.stadtgraph.rml.run.Finding;
import de.stadtgraph.rml.run.RunReport;
import de.stadtgraph.rml.run.ScanReport;
import de.stadtgraph.rml.source.FieldCount;
import de.stadtgraph.rml.term.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Turns what a run counted into the report for callers. Stateless.
final class Reports {
    private Reports() {}

    static MappingReport of(RunReport run, List<String> triplesMaps, Duration time) {
        List<RuleReport> rules = new ArrayList<>();
        for (int i = 0; i < triplesMaps.size(); i++) {
            rules.add(new RuleReport(triplesMaps.get(i), run.quadsByMap().get(i)));
        }
        return new MappingReport(
                run.scans().stream().map(Reports::source).toList(),
                rules,
                run.findings().stream().map(Reports::rejection).toList(),
                run.unmapped(),
                run.quadsByMap().stream().mapToLong(Long::longValue).sum(),
                time);
    }

    private static SourceReport source(ScanReport scan) {
        return new SourceReport(
                scan.name(),
                scan.file(),
                scan.sha256(),
                scan.bytes(),
                scan.encoding(),
                scan.read(),
                scan.mapped(),
                scan.rejected(),
                scan.skipped(),
                reasons(scan.rejectedRecords()),
                reasons(scan.rejectedValues()),
                scan.fields().stream().map(field -> use(field, scan)).toList());
    }

    private static FieldUse use(FieldCount field, ScanReport scan) {
        return new FieldUse(field.field(), field.filled(), scan.usedFields().test(field.field()));
    }

    static Rejection rejection(Finding finding) {
        return new Rejection(
                finding.source(),
                finding.record(),
                finding.line(),
                finding.field(),
                finding.value(),
                finding.rule(),
                reason(finding.fault()),
                finding.whole());
    }

    private static Map<RejectionReason, Long> reasons(Map<Fault, Long> faults) {
        Map<RejectionReason, Long> reasons = new EnumMap<>(RejectionReason.class);
        faults.forEach((fault, count) -> reasons.put(reason(fault), count));
        return Collections.unmodifiableMap(reasons);
    }

    /// The two enums have the same words; a test keeps it so.
    private static RejectionReason reason(Fault fault) {
        return RejectionReason.valueOf(fault.name());
    }
}
