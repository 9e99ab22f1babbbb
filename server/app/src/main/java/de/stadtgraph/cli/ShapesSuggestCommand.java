package de.stadtgraph.cli;

import de.stadtgraph.Server;
import de.stadtgraph.store.Generation;
import de.stadtgraph.validation.ShapeFamily;
import de.stadtgraph.workshop.DataProfile;
import de.stadtgraph.workshop.JudgedDataset;
import de.stadtgraph.workshop.Suggestion;
import de.stadtgraph.workshop.Suggestions;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `shapes suggest`: constraints that a dataset nearly meets.
@Command(
        name = "suggest",
        description = "Proposes constraints from a published dataset: what nearly all things meet and no shape says.")
final class ShapesSuggestCommand extends DataCommand {
    @Parameters(paramLabel = "DATASET", description = "Name of a published dataset.")
    private String dataset = "";

    @Option(names = "--turtle", description = "Print each proposal as a shape in Turtle.")
    private boolean turtle;

    ShapesSuggestCommand(Desk desk) {
        super(desk);
    }

    @Override
    public Integer call() {
        Server server = server();
        try (Generation generation = server.newest()) {
            JudgedDataset judged = server.datasets().named(dataset, generation);
            List<ShapeFamily> families =
                    server.shapes().require(judged.dataset().shapeFamilies());
            List<Suggestion> suggestions = Suggestions.of(DataProfile.of(judged.data()), families);
            String family = server.iris().shapes(dataset).getURI();
            for (Suggestion suggestion : suggestions) {
                desk.say(
                        turtle
                                ? suggestion.turtle(family)
                                : suggestion.sentence().en());
            }
            desk.note(suggestions.size() + " proposals; none is applied by itself.");
        }
        return 0;
    }
}
