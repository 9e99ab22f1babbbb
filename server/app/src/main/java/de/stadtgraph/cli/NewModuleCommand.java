package de.stadtgraph.cli;

import de.stadtgraph.Config;
import de.stadtgraph.Server;
import de.stadtgraph.mapping.NewModule;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `new-module`: a first draft of a mapping module from an unknown raw file.
@Command(
        name = "new-module",
        description = {
            "Looks at a raw file and writes a first draft of a mapping module that runs at once.",
            "Each TODO in it wants a decision; while one is left, the dataset cannot be published."
        })
final class NewModuleCommand extends DataCommand {
    @Parameters(paramLabel = "NAME", description = "Name of the module: small letters, digits, dashes.")
    private String name = "";

    @Option(names = "--source", paramLabel = "FILE", required = true, description = "The raw file.")
    private Path source = Path.of("");

    NewModuleCommand(Desk desk) {
        super(desk);
    }

    @Override
    Optional<PlainArguments> plainArguments() {
        var arguments =
                new PlainArguments(word -> name = word).requiredOption("--source", file -> source = Path.of(file));
        return Optional.of(options.plainly(arguments));
    }

    @Override
    public Integer call() {
        Server server = server();
        Config config = options.config(desk.home());
        NewModule.Written written =
                server.newModule().write(name, source, config.contact().organisation());
        desk.say(written.folder() + ": " + written.summary());
        desk.note("Next: ./stadtgraph run " + name + " --dry-run --source " + source
                + "; then decide each TODO (./stadtgraph check lists them).");
        return 0;
    }
}
