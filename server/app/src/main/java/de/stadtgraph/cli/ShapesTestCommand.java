package de.stadtgraph.cli;

import de.stadtgraph.Server;
import de.stadtgraph.validation.Finding;
import de.stadtgraph.validation.ShapeExamples;
import de.stadtgraph.validation.ShapeFamily;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `shapes test`: the examples of shape families.
@Command(
        name = "test",
        description = {
            "Runs the valid and invalid examples of shape families.",
            "Exit: 0 all as expected, 2 complaints, 1 failed."
        })
final class ShapesTestCommand extends DataCommand {
    @Parameters(paramLabel = "FAMILY", arity = "0..*", description = "Names, folders or files (default: all families).")
    private List<String> names = new ArrayList<>();

    ShapesTestCommand(Desk desk) {
        super(desk);
    }

    @Override
    public Integer call() {
        Server server = server();
        List<ShapeFamily> families = names.isEmpty()
                ? server.shapes().families()
                : names.stream()
                        .map(name -> ShapesCommands.family(server, name))
                        .toList();
        int complaints = 0;
        for (ShapeFamily family : families) {
            List<Finding> findings = ShapeExamples.check(family);
            findings.forEach(finding -> desk.say(finding.toString()));
            desk.note("%-16s %3d shapes  %s"
                    .formatted(
                            family.name(),
                            family.shapes().size(),
                            findings.isEmpty() ? "well" : findings.size() + " complaints"));
            complaints += findings.size();
        }
        return complaints == 0 ? 0 : Commands.REFUSED;
    }
}
