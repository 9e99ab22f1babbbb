package de.stadtgraph.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.pipeline.RunReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Shows run reports to a person or a script, and gives the exit code.
final class Reports {
    /// How many findings are shown on the terminal.
    private static final int SHOWN = 12;

    private Reports() {}

    static void tell(Desk desk, RunReport report, boolean json) {
        boolean failed = report.outcome() == RunReport.Outcome.FAILED;
        if (failed) {
            report.reasons().forEach(reason -> desk.note("stadtgraph: " + report.dataset() + ": " + reason));
        }
        if (json) {
            desk.say(json(report));
        }
        if (json || failed) {
            return;
        }
        desk.say(headline(report));
        report.reasons().forEach(reason -> desk.say("  " + reason));
        report.findings().stream()
                .limit(SHOWN)
                .map(finding -> "  %8d  %-9s %s"
                        .formatted(
                                finding.count(),
                                word(finding.severity()),
                                finding.message().en()))
                .forEach(desk::say);
        if (report.findings().size() > SHOWN) {
            desk.say("  … and " + (report.findings().size() - SHOWN) + " kinds more; the dataset's page lists all");
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String headline(RunReport report) {
        String change = report.change()
                .map(set -> "; %,d statements added, %,d removed".formatted(set.added(), set.removed()))
                .orElse("");
        String records = report.records().read() == 0
                ? ""
                : ": %,d records read, %,d mapped, %,d rejected"
                        .formatted(
                                report.records().read(),
                                report.records().mapped(),
                                report.records().rejected());
        return String.format(
                Locale.ROOT,
                "%s %s%s%s; %,d statements%s; %d violations, %d warnings, %d notes; %.1f s",
                report.dataset(),
                word(report.outcome()),
                report.outcome() == RunReport.Outcome.PUBLISHED
                        ? " as release " + report.release() + ", state " + report.state()
                        : "",
                records,
                report.quads(),
                change,
                report.results().violation(),
                report.results().warning(),
                report.results().info(),
                report.time().toMillis() / 1000.0);
    }

    private static String json(RunReport report) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("dataset", report.dataset());
        line.put("outcome", word(report.outcome()));
        line.put("release", report.release());
        line.put("state", report.state());
        line.put("records", report.records());
        line.put("quads", report.quads());
        line.put("results", report.results());
        line.put("reasons", report.reasons());
        line.put("seconds", report.time().toMillis() / 1000.0);
        try {
            return new ObjectMapper().writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The worst outcome wins, a failure before a refusal.
    static int exitCode(List<RunReport> reports) {
        int exit = 0;
        for (RunReport report : reports) {
            switch (report.outcome()) {
                case FAILED -> {
                    return Commands.FAILED;
                }
                case REFUSED -> exit = Commands.REFUSED;
                case PUBLISHED, UNCHANGED -> {}
            }
        }
        return exit;
    }
}
