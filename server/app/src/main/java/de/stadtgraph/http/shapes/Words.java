package de.stadtgraph.http.shapes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.Phrases;
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

    static String severity(Phrases phrases, String severity) {
        return switch (severity) {
            case "info" -> phrases.get("register.severity.info");
            case "warning" -> phrases.get("register.severity.warning");
            case "violation" -> phrases.get("register.severity.violation");
            default -> phrases.get("register.severity.block");
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

    static String status(Phrases phrases, Register.Status status) {
        return switch (status) {
            case DRAFT -> phrases.get("register.status.draft");
            case CANDIDATE -> phrases.get("register.status.candidate");
            case ADOPTED -> phrases.get("register.status.adopted");
            case DEPRECATED -> phrases.get("register.status.deprecated");
        };
    }
}
