package de.stadtgraph.cli;

import de.stadtgraph.Server;
import de.stadtgraph.mapping.MappingModule;
import de.stadtgraph.mapping.ModuleCheck;
import de.stadtgraph.pipeline.Progress;
import de.stadtgraph.pipeline.RunReport;
import de.stadtgraph.pipeline.RunRequest;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.query.stored.ExpectationCheck;
import de.stadtgraph.query.stored.StoredQueries;
import de.stadtgraph.query.stored.StoredQuery;
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
            "Queries are asked on the bundled samples, published into a temporary folder; --data is not read.",
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

    /// Files of queries that are none, and expectations that do not hold on the samples of all modules.
    private List<String> queries(Server server) {
        StoredQueries queries = server.queries();
        List<String> complaints = new ArrayList<>(queries.complaints());
        try (var scratch = Scratch.create()) {
            Server samples = Server.of(desk.home(), options.config(desk.home()), scratch.folder());
            samples.pipeline()
                    .run(
                            List.of(),
                            RunRequest.samples(),
                            Progress.silent(),
                            report -> complaints.addAll(unpublished(report)));
            try (Generation generation = samples.newest()) {
                queries.all().forEach(query -> complaints.addAll(unbundled(query, generation)));
                new ExpectationCheck(samples.gate(), samples.iris().base())
                        .failures(queries.all(), generation)
                        .forEach(failure ->
                                complaints.add("query " + failure.query() + ": " + failure.sentence() + "."));
            }
        }
        return complaints;
    }

    private static List<String> unbundled(StoredQuery query, Generation generation) {
        return query.datasets().stream()
                .filter(dataset -> !generation.releases().containsKey(dataset))
                .map(dataset -> "query " + query.name() + ": there is no bundled dataset " + dataset + ".")
                .toList();
    }

    private static List<String> unpublished(RunReport report) {
        return report.outcome() == RunReport.Outcome.PUBLISHED
                ? List.of()
                : List.of("the sample of " + report.dataset() + " is not published: "
                        + String.join(" ", report.reasons()));
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
