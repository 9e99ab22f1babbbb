package de.stadtgraph.cli;

import de.stadtgraph.Server;
import de.stadtgraph.mapping.MappingModule;
import de.stadtgraph.mapping.ModuleCheck;
import de.stadtgraph.problem.ServerException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `check`: all content of the checkout.
@Command(
        name = "check",
        description = {
            "Checks the checkout's content: ontologies, shapes' examples, modules' expected output, stored queries.",
            "Exit: 0 all well, 2 complaints."
        })
final class CheckCommand extends DataCommand {
    @Option(names = "--accept", description = "Rewrite the modules' expected.nq after showing the difference.")
    private boolean accept;

    CheckCommand(Desk desk) {
        super(desk);
    }

    @Override
    public Integer call() {
        Server server = server();
        List<String> complaints = new ArrayList<>();
        complaints.addAll(told("ontologies", () -> server.content().ontologies()));
        complaints.addAll(told("shapes", () -> server.content().shapes()));
        complaints.addAll(told("queries", () -> server.content().queries()));
        ModuleCheck check = new ModuleCheck(server.mapper());
        for (String name : server.modules().names()) {
            complaints.addAll(told("module " + name, () -> module(server, check, name)));
        }
        desk.note(complaints.isEmpty() ? "All content is well." : complaints.size() + " complaints.");
        return complaints.isEmpty() ? 0 : Commands.REFUSED;
    }

    /// One part of the content.
    private interface Part {
        List<String> complaints();
    }

    private List<String> told(String what, Part part) {
        List<String> complaints;
        try {
            complaints = part.complaints();
        } catch (ServerException e) {
            complaints = List.of(e.detail().en());
        }
        desk.note("%-24s %s".formatted(what, complaints.isEmpty() ? "well" : complaints.size() + " complaints"));
        complaints.forEach(desk::say);
        return complaints;
    }

    private List<String> module(Server server, ModuleCheck check, String name) {
        MappingModule module = server.modules().named(name);
        List<String> complaints = check.complaints(module);
        if (accept && !complaints.isEmpty()) {
            complaints.forEach(desk::say);
            check.accept(module);
            return check.complaints(module);
        }
        return complaints;
    }
}
