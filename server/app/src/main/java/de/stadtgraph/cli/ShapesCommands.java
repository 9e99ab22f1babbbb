package de.stadtgraph.cli;

import de.stadtgraph.Server;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.validation.ShapeFamily;
import de.stadtgraph.validation.Shapes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `shapes`: the workshop for those who live in an editor and git.
@Command(
        name = "shapes",
        description = "Shows what a change of shapes does, runs their examples, proposes constraints.")
final class ShapesCommands implements Runnable {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    private final Desk desk;

    private ShapesCommands(Desk desk) {
        this.desk = desk;
    }

    static CommandLine line(Desk desk) {
        return new CommandLine(new ShapesCommands(desk))
                .addSubcommand("diff", new ShapesDiffCommand(desk))
                .addSubcommand("test", new ShapesTestCommand(desk))
                .addSubcommand("suggest", new ShapesSuggestCommand(desk));
    }

    @Override
    public void run() {
        new CommandLine(this).usage(desk.terminal().out());
    }

    /// A family by the folder or file that holds it, else by its name in the checkout.
    static ShapeFamily family(Server server, String named) {
        Path path = Path.of(named);
        if (Files.isDirectory(path)) {
            return Shapes.read(path.resolve("shapes.ttl"));
        }
        if (Files.exists(path)) {
            return Shapes.read(path);
        }
        if (named.matches("[a-z0-9-]{1,64}")) {
            return server.shapes().require(List.of(named)).getFirst();
        }
        throw new ServerException(ErrorCode.BAD_ARGUMENT, named + ": no such file, folder or shape family.");
    }
}
