package de.stadtgraph;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtgraph.accounts.Account;
import de.stadtgraph.accounts.AuditTrail;
import de.stadtgraph.http.workspace.Candidates;
import de.stadtgraph.pipeline.LoadRequest;
import de.stadtgraph.pipeline.Pipeline;
import de.stadtgraph.pipeline.Progress;
import de.stadtgraph.pipeline.RunReport;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Drafts become candidates by the way of `load`: the same shapes, the same gate, the same publisher. Thread-safe.
///
/// @param pipelines a pipeline for each run
/// @param audit where it is written who handed in what
record DraftCandidates(Supplier<Pipeline> pipelines, AuditTrail audit) implements Candidates {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String handIn(Account account, Handed handed) {
        var request = new LoadRequest(
                handed.dataset(),
                List.of(handed.file()),
                Optional.empty(),
                true,
                handed.acknowledged(),
                handed.dryRun());
        RunReport report = pipelines.get().load(request, Progress.silent());
        String outcome = report.outcome().name().toLowerCase(Locale.ROOT);
        audit.add(
                account.id(),
                handed.dryRun() ? "draft tried" : "draft handed in",
                Map.of("dataset", handed.dataset(), "outcome", outcome));
        return json(report, outcome).put("dryRun", handed.dryRun()).toString();
    }

    private static ObjectNode json(RunReport report, String outcome) {
        ObjectNode json = JSON.createObjectNode()
                .put("dataset", report.dataset())
                .put("outcome", outcome)
                .put("release", report.release())
                .put("state", report.state())
                .put("quads", report.quads())
                .put("seconds", report.time().toMillis() / 1000.0);
        json.putPOJO("results", report.results());
        report.change().ifPresent(change -> json.putPOJO("change", change));
        report.reasons().forEach(json.putArray("reasons")::add);
        var findings = json.putArray("findings");
        report.findings()
                .forEach(finding -> findings.addObject()
                        .put("rule", finding.rule())
                        .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                        .put("count", finding.count())
                        .put("de", finding.message().de())
                        .put("en", finding.message().en()));
        return json;
    }
}
