package de.stadtgraph.cli;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.publication.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/// `--acknowledge RULE --reason TEXT`, repeatable: what a steward lets pass, and why. The decision keeps both.
final class Acknowledgements {
    @Option(
            names = "--acknowledge",
            paramLabel = "RULE",
            description = "Let P11, S1, S2, S3 or S4 pass this time; needs --reason. Repeatable, in pairs.")
    private List<String> rules = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the decision for ever.")
    private List<String> reasons = new ArrayList<>();

    /// Rule → reason.
    Map<String, String> asMap() {
        if (rules.size() != reasons.size()) {
            throw wrong("each --acknowledge RULE needs its own --reason TEXT behind it");
        }
        Map<String, String> acknowledged = new TreeMap<>();
        for (int i = 0; i < rules.size(); i++) {
            String rule = rules.get(i);
            if (!Gate.ACKNOWLEDGEABLE.contains(rule)) {
                throw wrong(rule + " cannot be acknowledged, only "
                        + String.join(", ", Gate.ACKNOWLEDGEABLE)
                        + "; change the data, the module or the threshold");
            }
            if (reasons.get(i).isBlank()) {
                throw wrong("the reason for " + rule + " is empty");
            }
            acknowledged.put(rule, reasons.get(i).strip());
        }
        return acknowledged;
    }

    private static ServerException wrong(String what) {
        return new ServerException(ErrorCode.BAD_ARGUMENT, "--acknowledge: " + what + ".");
    }
}
