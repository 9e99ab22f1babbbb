package de.stadtgraph.cli;

import de.stadtgraph.Server;
import de.stadtgraph.mapping.MappingModule;
import de.stadtgraph.mapping.ModuleCheck;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.query.stored.ExpectationCheck;
import de.stadtgraph.query.stored.StoredQueries;
import de.stadtgraph.store.Generation;
import de.stadtgraph.validation.Finding;
import de.stadtgraph.validation.OntologyLint;
import de.stadtgraph.validation.ShapeExamples;
import de.stadtgraph.validation.ShapeFamily;
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
        complaints.addAll(told("ontologies", () -> lint(server)));
        for (ShapeFamily family : server.shapes().families()) {
            complaints.addAll(told("shapes " + family.name(), () -> sentences(ShapeExamples.check(family))));
        }
        ModuleCheck check = new ModuleCheck(server.mapper());
        for (String name : server.modules().names()) {
            complaints.addAll(told("module " + name, () -> module(server, check, name)));
        }
        complaints.addAll(told("queries", () -> queries(server)));
        desk.note(complaints.isEmpty() ? "All content is well." : complaints.size() + " complaints.");
        return complaints.isEmpty() ? 0 : Commands.REFUSED;
    }

    /// Files of queries that are none, and expectations that do not hold on the newest state of the data folder.
    private static List<String> queries(Server server) {
        StoredQueries queries = server.queries();
        List<String> complaints = new ArrayList<>(queries.complaints());
        try (Generation generation = server.newest()) {
            new ExpectationCheck(server.gate(), server.iris().base())
                    .failures(queries.all(), generation)
                    .forEach(failure -> complaints.add("query " + failure.query() + ": " + failure.sentence() + "."));
        }
        return complaints;
    }

    private static List<String> lint(Server server) {
        return sentences(OntologyLint.check(server.home().folder()));
    }

    private static List<String> sentences(List<Finding> findings) {
        return findings.stream().map(Finding::toString).toList();
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
