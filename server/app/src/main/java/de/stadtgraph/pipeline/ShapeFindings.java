package de.stadtgraph.pipeline;

import de.stadtgraph.problem.Text;
import de.stadtgraph.publication.Finding;
import de.stadtgraph.publication.Severity;
import de.stadtgraph.validation.CubeFinding;
import de.stadtgraph.validation.ShapeOutcome;
import de.stadtgraph.validation.ValidationReport;
import de.stadtgraph.validation.ValidationResult;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;

/// What shapes and checks found, as findings of a candidate: each with a sentence and what to do. Stateless.
final class ShapeFindings {
    private static final int EXAMPLES = 5;

    private ShapeFindings() {}

    /// The results of one shape. A shape that was stopped proves nothing, so it blocks.
    static Finding of(ValidationReport report, ShapeOutcome outcome) {
        String rule = outcome.shape().family() + "#" + outcome.shape().localName();
        if (outcome.stopped()) {
            Text text = new Text(
                    "Die Prüfung der Regel wurde wegen Zeitüberschreitung beendet.",
                    "The check of the rule was stopped when its time was over.");
            return new Finding(rule, Severity.BLOCK, 1, text, List.of());
        }
        List<String> examples = report.results().stream()
                .filter(result -> result.shape().equals(outcome.shape().iri()))
                .limit(EXAMPLES)
                .map(ShapeFindings::example)
                .toList();
        Severity severity = Severity.valueOf(outcome.shape().severity().name());
        Text name = outcome.shape().name();
        Text message = message(report, outcome);
        return new Finding(
                rule,
                severity,
                outcome.results(),
                new Text(name.de() + ": " + message.de(), name.en() + ": " + message.en()),
                sentence(outcome, message),
                outcome.shape().repairHint(),
                examples);
    }

    private static Text message(ValidationReport report, ShapeOutcome outcome) {
        Text message = outcome.shape().message();
        return message.en().isBlank()
                ? report.results().stream()
                        .filter(result -> result.shape().equals(outcome.shape().iri()))
                        .map(ValidationResult::message)
                        .findFirst()
                        .orElse(Text.same(""))
                : message;
    }

    /// "19 of 42,642: no species" with the numbers of things, not of results.
    private static Text sentence(ShapeOutcome outcome, Text message) {
        long failing = outcome.failing();
        long judged = Math.max(failing, outcome.judged());
        return new Text(
                String.format(Locale.GERMAN, "%,d von %,d geprüften Dingen: %s", failing, judged, message.de()),
                String.format(Locale.ENGLISH, "%,d of %,d things checked: %s", failing, judged, message.en()));
    }

    /// The thing that is wrong: the value, where one query judges a whole class or table and that is the focus node.
    private static String example(ValidationResult result) {
        return result.value()
                .filter(value -> value.isURI() && !isThing(result.focusNode()))
                .filter(value -> isThing(value) || !result.focusNode().isURI())
                .orElse(result.focusNode())
                .toString();
    }

    private static boolean isThing(Node node) {
        return node.isURI() && node.getURI().contains("/id/");
    }

    /// What a check of whole tables found.
    static Finding of(CubeFinding finding) {
        return new Finding(
                finding.rule(),
                Severity.valueOf(finding.severity().name()),
                finding.count(),
                finding.message(),
                finding.message(),
                finding.repair(),
                finding.cells().stream().map(Node::toString).toList());
    }
}
