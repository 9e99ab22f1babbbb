package de.stadtgraph.http.shapes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.Visit;
import de.stadtgraph.workshop.Proposal;
import de.stadtgraph.workshop.Register;
import java.util.Map;

/// Words that several pages of this tab use. Stateless.
final class Words {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// What the scripts of the editor say.
    private static final Map<String, String> SCRIPTS = Map.ofEntries(
            Map.entry("unsaved", "shapes.unsaved"),
            Map.entry("saved", "shapes.saved"),
            Map.entry("failed", "shapes.failed"),
            Map.entry("cancel", "shapes.cancel"),
            Map.entry("checking", "shapes.checking"),
            Map.entry("line", "shapes.lineWord"),
            Map.entry("grave", "shapes.grave"),
            Map.entry("advice", "shapes.advice"),
            Map.entry("incomplete", "shapes.incomplete"),
            Map.entry("appeared", "shapes.appeared"),
            Map.entry("fixed", "shapes.fixed"),
            Map.entry("unchanged", "shapes.unchanged"),
            Map.entry("judged", "shapes.judged"),
            Map.entry("stopped", "shapes.stopped"),
            Map.entry("origin", "shapes.origin"));

    private Words() {}

    /// The words of the scripts as JSON.
    static String ofScripts(Visit visit) {
        ObjectNode words = JSON.createObjectNode();
        SCRIPTS.forEach((name, key) -> words.put(name, visit.word(key)));
        return words.toString();
    }

    static String severity(Frame frame, String severity) {
        return switch (severity) {
            case "info" -> frame.word("register.severity.info");
            case "warning" -> frame.word("register.severity.warning");
            case "violation" -> frame.word("register.severity.violation");
            default -> frame.word("register.severity.block");
        };
    }

    static String status(Frame frame, Proposal.Status status) {
        return switch (status) {
            case OPEN -> frame.word("shapes.status.open");
            case ADOPTED -> frame.word("shapes.status.adopted");
            case REJECTED -> frame.word("shapes.status.rejected");
            case WITHDRAWN -> frame.word("shapes.status.withdrawn");
        };
    }

    static String status(Frame frame, Register.Status status) {
        return switch (status) {
            case DRAFT -> frame.word("register.status.draft");
            case CANDIDATE -> frame.word("register.status.candidate");
            case ADOPTED -> frame.word("register.status.adopted");
            case DEPRECATED -> frame.word("register.status.deprecated");
        };
    }
}
